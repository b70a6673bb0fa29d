// The store's fifth schema: what accounts, sign-in and the proof of the journal need, and what is kept of backups.

/// The statements that make schema 5 of schema 4, in parts of one subject each.
let fifthSchema = [accountTables, backupTables]
