from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


def add_club(name, city):
    with engine.connect() as connection:
        connection.execute(text("INSERT INTO clubs (name, city) VALUES (:name, :city)"), {"name": name, "city": city})


print(add_club("Fell & Field", "Keswick"))
print(add_club(None, "Keswick"))
