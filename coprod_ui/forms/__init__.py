"""The forms of a web and its conditions as data: per field what kind it is, its label and the levels it knows.

Nothing here draws: `widgets/form.py` does so for Streamlit, and whatever else shows a form reads the same fields.
"""
