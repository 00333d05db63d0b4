"""What a collector receives of a DAG run: metrics by OpenTelemetry, which Airflow brings, and those that a server's requirements add."""

from __future__ import annotations

import importlib.util
import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.dags.conftest import Probe

RUN = """
import json
import maintenance

run = maintenance.maintenance().test()
print(json.dumps(str(run.state)))
"""


def needs(module: str, requirement: str) -> pytest.MarkDecorator:
    try:
        found = importlib.util.find_spec(module)
    except ModuleNotFoundError:
        found = None
    return pytest.mark.skipif(found is None, reason=f"{requirement} is in requirements-server.txt alone")


@pytest.fixture
def collector() -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    """A server that takes whatever is posted to it; its address and what came, path and body."""
    received: list[tuple[str, bytes]] = []

    class Takes(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Takes)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", received
    server.shutdown()


def test_metrics_reach_a_collector_by_opentelemetry(collector: tuple[str, list[tuple[str, bytes]]], probe: Probe, airflow_home: Path, tmp_path: Path) -> None:
    from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest

    address, received = collector
    state = probe(
        RUN, airflow_home, MAHDAR_DATA=str(tmp_path), AIRFLOW__METRICS__OTEL_ON="True", OTEL_EXPORTER_OTLP_ENDPOINT=address,
        OTEL_EXPORTER_OTLP_PROTOCOL="http/protobuf", OTEL_SERVICE_NAME="mahdar", OTEL_METRIC_EXPORT_INTERVAL="500",
    )  # fmt: skip
    assert state == "success"
    requests = [ExportMetricsServiceRequest.FromString(body) for path, body in received if path == "/v1/metrics"]
    names = {m.name for r in requests for resource in r.resource_metrics for scope in resource.scope_metrics for m in scope.metrics}
    assert {"airflow.ti.finish", "airflow.task.duration", "airflow.dag.maintenance.prune.duration"} <= names, sorted(names)
    services = {a.value.string_value for r in requests for resource in r.resource_metrics for a in resource.resource.attributes if a.key == "service.name"}
    assert services == {"mahdar"}


@needs("statsd", "statsd")
def test_metrics_reach_a_statsd_server(probe: Probe, airflow_home: Path, tmp_path: Path) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        server.settimeout(5)
        probe(
            RUN, airflow_home, MAHDAR_DATA=str(tmp_path), AIRFLOW__METRICS__STATSD_ON="True", AIRFLOW__METRICS__STATSD_HOST="127.0.0.1",
            AIRFLOW__METRICS__STATSD_PORT=str(server.getsockname()[1]),
        )  # fmt: skip
        packets = [server.recv(65536).decode() for _ in range(3)]
    assert all(p.startswith("airflow.") and p.rpartition("|")[2][:1] in "cgm" for p in packets)


@needs("airflow.providers.openlineage", "apache-airflow-providers-openlineage")
def test_lineage_events_are_written(probe: Probe, airflow_home: Path, tmp_path: Path) -> None:
    transport = {"type": "file", "log_file_path": str(tmp_path / "lineage"), "append": True}
    probe(RUN, airflow_home, MAHDAR_DATA=str(tmp_path), AIRFLOW__OPENLINEAGE__TRANSPORT=json.dumps(transport))
    events = [json.loads(line) for path in tmp_path.glob("lineage*") for line in path.read_text().splitlines()]
    assert {"START", "COMPLETE"} <= {e["eventType"] for e in events}
    assert {"maintenance.prune", "maintenance.verify_raw"} <= {e["job"]["name"] for e in events}
