"""What a connection is asked for: DSN, URI and keywords."""

import os
import re
from urllib.parse import unquote

from ._exceptions import ProgrammingError

#: What libpq knows; PostgreSQL documentation, "Parameter Key Words".
_OPTIONS = """service servicefile user password passfile channel_binding connect_timeout dbname host hostaddr port
client_encoding options application_name fallback_application_name keepalives keepalives_idle keepalives_interval
keepalives_count tcp_user_timeout sslmode sslnegotiation sslcompression sslcert sslkey sslcertmode sslpassword sslrootcert
sslcrl sslcrldir sslsni requirepeer require_auth min_protocol_version max_protocol_version ssl_min_protocol_version
ssl_max_protocol_version gssencmode krbsrvname gsslib gssdelegation replication target_session_attrs load_balance_hosts
scram_client_key scram_server_key oauth_issuer oauth_client_id oauth_client_secret oauth_scope sslkeylogfile""".split()


def _invalid(message):
    return ProgrammingError(f"invalid dsn: {message}\n")


def parse_dsn(dsn):
    """The parameters of a connection string, by name."""
    if not isinstance(dsn, str):
        raise TypeError(f"argument 1 must be str, not {type(dsn).__name__}")
    parameters = _uri(dsn) if re.match(r"postgres(?:ql)?://", dsn) else _keywords(dsn)
    for name in parameters:
        if name not in _OPTIONS:
            if re.match(r"postgres(?:ql)?://", dsn):
                raise _invalid(f'invalid URI query parameter: "{name}"')
            raise _invalid(f'invalid connection option "{name}"')
    return {name: parameters[name] for name in _OPTIONS if name in parameters}


def _keywords(dsn):
    parameters = {}
    at = 0
    while True:
        while at < len(dsn) and dsn[at].isspace():
            at += 1
        if at == len(dsn):
            return parameters
        start = at
        while at < len(dsn) and dsn[at] != "=" and not dsn[at].isspace():
            at += 1
        name = dsn[start:at]
        while at < len(dsn) and dsn[at].isspace():
            at += 1
        if at == len(dsn) or dsn[at] != "=":
            raise _invalid(f'missing "=" after "{name}" in connection info string')
        at += 1
        while at < len(dsn) and dsn[at].isspace():
            at += 1
        value = []
        if at < len(dsn) and dsn[at] == "'":
            at += 1
            while True:
                if at >= len(dsn):
                    raise _invalid("unterminated quoted string in connection info string")
                if dsn[at] == "'":
                    at += 1
                    break
                if dsn[at] == "\\" and at + 1 < len(dsn):
                    at += 1
                value.append(dsn[at])
                at += 1
        else:
            while at < len(dsn) and not dsn[at].isspace():
                if dsn[at] == "\\" and at + 1 < len(dsn):
                    at += 1
                value.append(dsn[at])
                at += 1
        parameters[name] = "".join(value)


def _uri(uri):
    parameters = {}
    rest = uri.split("://", 1)[1]
    rest, _, query = rest.partition("?")
    authority, _, database = rest.partition("/")
    userinfo, at, hosts = authority.rpartition("@")
    if at:
        user, colon, password = userinfo.partition(":")
        if user:
            parameters["user"] = unquote(user)
        if colon and password:
            parameters["password"] = unquote(password)
    match = re.fullmatch(r"(\[[^\]]*\]|[^:]*)(?::(.*))?", hosts)
    host, port = match.groups() if match else (hosts, None)
    if host:
        parameters["host"] = unquote(host.strip("[]"))
    if port:
        parameters["port"] = port
    if database:
        parameters["dbname"] = unquote(database)
    for pair in filter(None, query.split("&")):
        name, equals, value = pair.partition("=")
        if not equals:
            raise _invalid(f'missing key/value separator "=" in URI query parameter: "{name}"')
        parameters[unquote(name)] = unquote(value)
    return parameters


def make_dsn(dsn=None, **kwargs):
    """A connection string of another one and of keywords, which win."""
    if dsn is None and not kwargs:
        return ""
    if not kwargs:
        parse_dsn(dsn)
        return dsn
    if "database" in kwargs:
        if "dbname" in kwargs:
            raise TypeError("you can't specify both 'database' and 'dbname' arguments")
        kwargs["dbname"] = kwargs.pop("database")
    kwargs = {name: value for name, value in kwargs.items() if value is not None}
    if dsn is not None:
        kwargs = {**parse_dsn(dsn), **kwargs}
    made = " ".join(f"{name}={_escaped(str(value))}" for name, value in kwargs.items())
    parse_dsn(made)
    return made


def _escaped(value):
    if not value:
        return "''"
    escaped = re.sub(r"([\\'])", r"\\\1", value)
    return f"'{escaped}'" if re.search(r"\s", escaped) else escaped


_FROM_ENVIRONMENT = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "application_name": "PGAPPNAME",
    "options": "PGOPTIONS",
}


def with_defaults(parameters):
    """What is missing comes from the environment, as everywhere."""
    given = {name: os.environ[variable] for name, variable in _FROM_ENVIRONMENT.items() if variable in os.environ}
    given.update((name, value) for name, value in parameters.items() if value != "")
    given.setdefault("host", "localhost")
    given.setdefault("port", "5432")
    given.setdefault("user", "postgres")
    given.setdefault("dbname", given["user"])
    return given
