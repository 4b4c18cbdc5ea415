from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


def deactivate(before):
    with engine.connect() as connection:
        sql = "UPDATE athletes SET active = NOT active WHERE active = true AND joined_on < :before RETURNING id"
        changed = connection.execute(text(sql), {"before": before}).scalars().all()
        connection.commit()
    return len(changed)
