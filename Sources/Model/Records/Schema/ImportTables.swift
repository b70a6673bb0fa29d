// What the third schema keeps of imported comments.

let importTables = """
    """
