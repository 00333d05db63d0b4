"""The steps of a night as plain functions over files; extract/pipeline.py and dags/ put them in order."""
