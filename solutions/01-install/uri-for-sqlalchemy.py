from sqlalchemy import make_url


def for_sqlalchemy(line, password):
    url = make_url(line).set(drivername="postgresql+psycopg2", password=password)
    return url.render_as_string(hide_password=False)


print(for_sqlalchemy("postgres://anna@db.example.org:6543/athleticu?sslmode=require", "p@ss/word"))
