/** IANA zones that this machine knows, and the chosen one in any case; UTC first. */
export function zoneNames(chosen: string): readonly string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), chosen])];
}
