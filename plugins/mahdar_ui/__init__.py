"""The pages inside Airflow's UI; plugins/mahdar.py registers them."""
