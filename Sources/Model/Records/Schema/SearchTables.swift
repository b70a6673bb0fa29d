// What the third schema keeps for the search over everything.

let searchTables = """
    """
