#ifndef CRENAME_SHIM_H
#define CRENAME_SHIM_H
/* The C library declares this only for _GNU_SOURCE, which the Swift importer does not set. */
int renameat2(int old_folder, const char *old_name, int new_folder, const char *new_name, unsigned int flags);
enum { CRENAME_NOREPLACE = 1, CRENAME_EXCHANGE = 2 };
#endif
