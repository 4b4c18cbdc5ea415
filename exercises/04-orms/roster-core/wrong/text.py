# feedback: text
def roster(city):
    return (
        "SELECT a.name AS athlete, c.name AS club FROM athletes a JOIN clubs c ON c.id = a.club_id"
        f" WHERE c.city = '{city}' AND a.active ORDER BY 1, 2"
    )
