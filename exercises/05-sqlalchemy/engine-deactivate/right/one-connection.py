from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
connection = engine.connect()
connection.execute(text("SELECT count(*) FROM athletes"))


def deactivate(before):
    sql = "UPDATE athletes SET active = false WHERE active AND joined_on < CAST(:before AS date)"
    result = connection.execute(text(sql), {"before": before})
    connection.commit()
    return result.rowcount
