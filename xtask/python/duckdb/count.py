"""Count the errors of a log by id with DuckDB: the quicker of reading JSON and of searching lines."""

import sys

import duckdb

ROWS = """
SELECT count(*), error.id
FROM read_ndjson(?, columns = {error: 'STRUCT(id VARCHAR)'})
WHERE error.id IS NOT NULL
GROUP BY ALL
"""

for count, error_id in duckdb.execute(ROWS, [sys.argv[1]]).fetchall():
    print(count, error_id)
