-- feedback: everyone-with-repeats
SELECT athletes.id, athletes.name
FROM athletes
LEFT JOIN results ON athletes.id = results.athlete_id;
