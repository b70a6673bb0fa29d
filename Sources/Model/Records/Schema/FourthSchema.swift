// The store's fourth schema: what reports and supervision read, and how imports come in.

/// The statements that make schema 4 of schema 3, in parts of one subject each. The table of comments is renamed last.
let fourthSchema = [figureTables, stagingTables]
