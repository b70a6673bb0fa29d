// The store's sixth schema: what makes reports on many years, and counts of what is waiting, as quick as those on a day.

/// The statements that make schema 6 of schema 5, in parts of one subject each.
let sixthSchema = [figureSumTables, waitingTables]
