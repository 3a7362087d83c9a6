"""工具: words that know nothing of complaints.

Spreadsheets read and written safely, headings recognised, official documents and charts drawn,
numbers given to papers, folders written whole or not at all. Nothing here imports another house.
"""
