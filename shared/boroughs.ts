/** The 33 London local authorities, the 32 boroughs and the City, to pick from by name. */

export interface Borough {
  /** Short, stable, lower case: `tower-hamlets`. Another organisation gets an id from the server. */
  readonly id: string;
  readonly name: string;
}

const names = [
  "Barking and Dagenham",
  "Barnet",
  "Bexley",
  "Brent",
  "Bromley",
  "Camden",
  "City of London",
  "Croydon",
  "Ealing",
  "Enfield",
  "Greenwich",
  "Hackney",
  "Hammersmith and Fulham",
  "Haringey",
  "Harrow",
  "Havering",
  "Hillingdon",
  "Hounslow",
  "Islington",
  "Kensington and Chelsea",
  "Kingston upon Thames",
  "Lambeth",
  "Lewisham",
  "Merton",
  "Newham",
  "Redbridge",
  "Richmond upon Thames",
  "Southwark",
  "Sutton",
  "Tower Hamlets",
  "Waltham Forest",
  "Wandsworth",
  "Westminster",
];

export const londonBoroughs: readonly Borough[] = names.map((name) => ({
  id: boroughIdOf(name),
  name,
}));

/** The id that a borough or other organisation of that name gets: lower case, words joined by hyphens. */
export function boroughIdOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The one of that id or name, whatever its case and with or without "London Borough of". */
export function findBorough(boroughs: readonly Borough[], idOrName: string): Borough | undefined {
  const wanted = idOrName.trim().replace(/\s+/g, " ").toLowerCase();
  const short = wanted.replace(/^(?:london|royal) borough of /, "");
  const called = (name: string) =>
    boroughs.find((borough) => borough.id === name || borough.name.toLowerCase() === name);
  return called(wanted) ?? called(short);
}
