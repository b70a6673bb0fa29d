// What a file transfer needs of the system and glibc hides from Swift: a child's folder, its descriptors, its limits.
#ifndef CNCURSES_TRANSFER_H
#define CNCURSES_TRANSFER_H

#include <spawn.h>
#include <sys/resource.h>
#include <sys/types.h>

// glibc declares these only with _GNU_SOURCE, which the Swift importer does not set.
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
extern int prlimit(pid_t, int, const struct rlimit *, struct rlimit *);

// The child is killed by SIGXFSZ rather than write a file beyond this size, and leaves no core.
static inline int transfer_limit_files(pid_t child, rlim_t bytes) {
    struct rlimit size = {bytes, bytes}, none = {0, 0};
    if (prlimit(child, RLIMIT_CORE, &none, NULL) != 0) return -1;
    return prlimit(child, RLIMIT_FSIZE, &size, NULL);
}
#endif
