/** A short file with every column, to begin from. It can be brought in as it is. */

const lines = [
  "kind,reference,section,text,priority,meets,borough,notes",
  "text,,Why we are buying,Three boroughs let the same kind of parking permits and each does it by hand.,,,,",
  "outcome,A-1,Why we are buying,Nobody has to come to an office for a permit.,,,,",
  'need,U-1,User needs,"As a resident, I need to renew my permit on my phone so that I do not lose a day.",must,,Camden; Hackney,Heard at every drop-in session.',
  'need,U-2,User needs,"As a carer, I need to park near the person I care for so that I can come at short notice.",must,,Hackney,',
  'need,U-3,User needs,"As a civil enforcement officer, I need to see at once whether a vehicle has a permit.",should,,Camden,',
  "requirement,S-1,The service,The supplier lets residents apply for and renew permits on any phone.,must,U-1 fully; A-1 partly,Camden,",
  "requirement,S-2,The service,The supplier shows officers the permits of a vehicle within two seconds of entering its number.,should,U-3 fully,Camden,",
  "requirement,S-3,The service,The supplier answers calls from residents on working days.,could,U-1 partly; U-2 partly,,Ask what it costs.",
];

/** With a byte order mark, by which Excel knows that it is UTF-8. */
export const exampleCsv: string = `\uFEFF${lines.join("\r\n")}\r\n`;
