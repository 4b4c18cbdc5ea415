# feedback: typed-out
def club_names(city):
    return ["Harbour Harriers", "Old Mill Runners"]
