// What the third schema keeps of reviews: on paper and in the console.

let reviewTables = """
    """
