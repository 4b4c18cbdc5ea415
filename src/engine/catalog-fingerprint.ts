/** The system catalogs that decide what SQL means: functions, operators, casts, types, roles, and what tables there are. */
const CATALOGS = [
  ...['pg_proc', 'pg_aggregate', 'pg_operator', 'pg_opclass', 'pg_opfamily', 'pg_amop', 'pg_amproc', 'pg_am'],
  ...['pg_type', 'pg_cast', 'pg_range', 'pg_enum', 'pg_transform', 'pg_collation', 'pg_conversion', 'pg_language'],
  ...['pg_class', 'pg_attribute', 'pg_attrdef', 'pg_index', 'pg_constraint', 'pg_trigger', 'pg_rewrite', 'pg_policy'],
  ...['pg_inherits', 'pg_event_trigger', 'pg_extension', 'pg_foreign_data_wrapper', 'pg_statistic_ext'],
  ...['pg_ts_config', 'pg_ts_config_map', 'pg_ts_dict', 'pg_ts_parser', 'pg_ts_template'],
  ...['pg_authid', 'pg_auth_members', 'pg_database', 'pg_db_role_setting', 'pg_default_acl'],
];

/**
 * Asks for the transaction that wrote each row of the system catalogs: a row that was added, changed or removed since
 * shows. No function, operator or cast takes part in the answer, since whoever changed a catalog could have changed
 * those. On an empty database it has always the same answer, byte for byte.
 */
export const CATALOG_FINGERPRINT = CATALOGS.map((name) => `SELECT xmin FROM pg_catalog.${name};`).join('\n');

/** Whether two answers to {@link CATALOG_FINGERPRINT} are the same. */
export function isSameFingerprint(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}
