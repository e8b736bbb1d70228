#!/bin/sh
# Run by the database's image when it makes the database: a role for the workers. What it may do, `studio migrate --worker-role` says.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$WORKER_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE studio_worker LOGIN PASSWORD :'password';
GRANT USAGE ON SCHEMA public TO studio_worker;
SQL
