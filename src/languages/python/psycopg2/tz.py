"""Time zones, as older programs have them."""

import datetime

ZERO = datetime.timedelta(0)


class FixedOffsetTimezone(datetime.tzinfo):
    """A zone that is always the same time away from UTC."""

    _name = None
    _offset = ZERO

    def __init__(self, offset=None, name=None):
        if offset is not None:
            self._offset = offset if isinstance(offset, datetime.timedelta) else datetime.timedelta(minutes=offset)
        if name is not None:
            self._name = name

    def __repr__(self):
        return f"psycopg2.tz.FixedOffsetTimezone(offset={self._offset!r}, name={self._name!r})"

    def __eq__(self, other):
        return isinstance(other, FixedOffsetTimezone) and self._offset == other._offset

    def __hash__(self):
        return hash(self._offset)

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        minutes, seconds = divmod(int(self._offset.total_seconds()), 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours:+03d}"
        if minutes or seconds:
            text += f":{minutes:02d}"
        if seconds:
            text += f":{seconds:02d}"
        return text

    def dst(self, dt):
        return ZERO


LOCAL = datetime.timezone.utc
