"""stub"""
def find_dates(text, *, language=None, reference_date=None): return []
