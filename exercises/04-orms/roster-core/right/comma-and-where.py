from sqlalchemy import column, select, table

clubs = table("clubs", column("id"), column("name"), column("city"))
athletes = table("athletes", column("club_id"), column("name"), column("active"))


def roster(city):
    return (
        select(athletes.c.name.label("athlete"), clubs.c.name.label("club"))
        .where((clubs.c.id == athletes.c.club_id) & (clubs.c.city == city))
        .where(athletes.c.active.is_(True))
        .order_by("athlete", "club")
    )
