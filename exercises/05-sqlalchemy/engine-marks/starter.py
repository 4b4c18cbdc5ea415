from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


def marks(athlete):
    with engine.connect() as connection:
        result = connection.execute(text("SELECT name FROM events"))  # not yet the marks
        return result.all()


for line in marks("Ida Solberg"):
    print(line)
