from sqlalchemy import make_url


def for_sqlalchemy(line, password):
    url = make_url("postgresql+psycopg2:" + line.partition(":")[2])
    return url._replace(password=password).render_as_string(False)
