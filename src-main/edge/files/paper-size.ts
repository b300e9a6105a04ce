/** Where people print on Letter, by the Unicode locale data; everybody else uses A4. */
const letterCountries = 'BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' ');

/**
 * The usual sheet of a country.
 *
 * @param country two letters, as `US`; empty where it is not known
 */
export const paperSize = (country: string): 'A4' | 'Letter' =>
  letterCountries.includes(country.toUpperCase()) ? 'Letter' : 'A4';
