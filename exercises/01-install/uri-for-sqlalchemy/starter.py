from sqlalchemy import URL, make_url


def for_sqlalchemy(line, password):
    url = make_url(line)
    return str(url)


print(for_sqlalchemy("postgres://anna@db.example.org:6543/athleticu?sslmode=require", "p@ss/word"))
