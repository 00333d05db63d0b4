# One image for every part of the server: api-server, scheduler, dag-processor, triggerer, workers.
FROM python:3.11-slim-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3-dev gcc g++ && rm -rf /var/lib/apt/lists/*
RUN python -m venv /opt/venv
COPY requirements-server.txt /tmp/
RUN /opt/venv/bin/pip install -q --no-cache-dir --disable-pip-version-check --no-deps --require-hashes -r /tmp/requirements-server.txt
COPY pyproject.toml /opt/mahdar/
COPY extract /opt/mahdar/extract
COPY expectations /opt/mahdar/expectations
RUN /opt/venv/bin/pip install -q --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation -e /opt/mahdar
COPY tools/compile.py /opt/mahdar/tools/compile.py
RUN /opt/venv/bin/python /opt/mahdar/tools/compile.py

FROM python:3.11-slim-bookworm
RUN groupadd --gid 50000 mahdar && useradd --uid 50000 --gid mahdar --create-home --home-dir /home/mahdar mahdar \
 && install -d -o mahdar -g mahdar /data /airflow /opt/mahdar
COPY --from=build /opt/venv /opt/venv
COPY --from=build /opt/mahdar /opt/mahdar
COPY dags /opt/mahdar/dags
COPY plugins /opt/mahdar/plugins
COPY dbt /opt/mahdar/dbt
COPY seeds /opt/mahdar/seeds
COPY corrections /opt/mahdar/corrections
COPY tools/check_secrets.py /opt/mahdar/tools/check_secrets.py
COPY sources.yml /opt/mahdar/sources.yml
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PYTHONWARNINGS=ignore \
    AIRFLOW_HOME=/airflow MAHDAR_DATA=/data MAHDAR_SOURCES=/opt/mahdar/sources.yml \
    AIRFLOW__CORE__DAGS_FOLDER=/opt/mahdar/dags AIRFLOW__CORE__PLUGINS_FOLDER=/opt/mahdar/plugins \
    AIRFLOW__CORE__LOAD_EXAMPLES=False \
    AIRFLOW__CORE__AUTH_MANAGER=airflow.providers.fab.auth_manager.fab_auth_manager.FabAuthManager \
    GX_ANALYTICS_ENABLED=False DBT_SEND_ANONYMOUS_USAGE_STATS=False DO_NOT_TRACK=1 SCARF_ANALYTICS=false
WORKDIR /opt/mahdar
USER mahdar
VOLUME ["/data"]
CMD ["airflow", "version"]
