import psycopg2


def roster(city):
    connection = psycopg2.connect("host=localhost user=postgres dbname=athleticu")
    cursor = connection.cursor()
    cursor.execute("SELECT id, name FROM clubs WHERE city = %s", [city])
    found = []
    for club_id, club in cursor.fetchall():
        cursor.execute("SELECT name FROM athletes WHERE club_id = %s AND active", [club_id])
        found += [{"athlete": athlete, "club": club} for (athlete,) in cursor]
    connection.close()
    return sorted(found, key=lambda line: (line["athlete"], line["club"]))
