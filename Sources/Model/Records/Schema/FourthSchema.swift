// The store's fourth schema: what reports and supervision read, and the terminals that clerks set.

/// The statements that make schema 4 of schema 3, in parts of one subject each.
let fourthSchema = [figureTables, supervisionTables, terminalTables]
