from urllib.parse import quote

from sqlalchemy import make_url


def for_sqlalchemy(line, password):
    url = make_url(line)
    port = f":{url.port}" if url.port else ""
    options = f"?{line.partition('?')[2]}" if "?" in line else ""
    return f"postgresql+psycopg2://{url.username}:{quote(password, safe='')}@{url.host}{port}/{url.database}{options}"
