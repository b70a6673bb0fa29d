// The store's fourth schema: what reports and supervision read, how imports come in, and what clerks set of their terminals.

/// The statements that make schema 4 of schema 3, in parts of one subject each. The table of comments is renamed last.
let fourthSchema = [figureTables, supervisionTables, terminalTables, calendarTables, stagingTables]
