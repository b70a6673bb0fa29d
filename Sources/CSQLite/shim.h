#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H
/* Swift cannot call functions that take any number of arguments. */
#include <sqlite3.h>
static inline int csqlite_keep_no_statistics(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
#endif
