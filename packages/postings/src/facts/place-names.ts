/** Names that make a part of a line a place. No gazetteer: the places where such jobs are mostly offered. */
export const COUNTRIES = `USA|U\\.S\\.A?\\.?|US|United States(?: of America)?|Canada|UK|U\\.K\\.|United Kingdom|England|Scotland|Wales|Northern Ireland|Ireland|Germany|Deutschland|Austria|Switzerland|France|Spain|Portugal|Italy|(?:the )?Netherlands|Belgium|Luxembourg|Denmark|Sweden|Norway|Finland|Iceland|Poland|Czech Republic|Czechia|Slovakia|Hungary|Romania|Bulgaria|Greece|Croatia|Serbia|Slovenia|Estonia|Latvia|Lithuania|Ukraine|Turkey|Türkiye|Israel|UAE|United Arab Emirates|Saudi Arabia|Qatar|Egypt|Nigeria|Kenya|South Africa|India|Pakistan|Bangladesh|Sri Lanka|Singapore|Malaysia|Indonesia|Philippines|Vietnam|Thailand|Japan|South Korea|Korea|China|Taiwan|Hong Kong|Australia|New Zealand|Brazil|Mexico|Argentina|Chile|Colombia|Europe|EMEA|EU|APAC|LATAM|North America`;
export const STATES = `Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|D\\.C\\.|District of Columbia|Ontario|Qu[eé]bec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|New South Wales|Victoria|Queensland|Western Australia|South Australia|Tasmania|Bavaria|Bayern|Hesse|Saxony|Karnataka|Maharashtra|Telangana|Tamil Nadu|Haryana`;
export const CODES = `A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|ON|QC|BC|AB|MB|SK|NS|NB|NSW|VIC|QLD|WA|ACT|TAS`;
export const CITIES = `London|Manchester|Birmingham|Leeds|Bristol|Edinburgh|Glasgow|Cambridge|Oxford|Belfast|Cardiff|Liverpool|Sheffield|Nottingham|Newcastle(?: upon Tyne)?|Brighton|Southampton|York|Coventry|Leicester|Exeter|Swindon|Milton Keynes|Dublin|Cork|Galway|Limerick|Berlin|Munich|München|Hamburg|Frankfurt(?: am Main)?|Cologne|Köln|Stuttgart|Düsseldorf|Leipzig|Dresden|Nuremberg|Nürnberg|Heidelberg|Karlsruhe|Hannover|Bremen|Bonn|Essen|Dortmund|Mannheim|Aachen|Vienna|Graz|Zurich|Zürich|Geneva|Basel|Lausanne|Bern|Paris|Lyon|Toulouse|Nice|Grenoble|Bordeaux|Nantes|Lille|Madrid|Barcelona|Valencia|Seville|Málaga|Lisbon|Porto|Milan|Rome|Turin|Bologna|Amsterdam|Rotterdam|Utrecht|Eindhoven|The Hague|Delft|Brussels|Antwerp|Ghent|Leuven|Copenhagen|Aarhus|Stockholm|Gothenburg|Malmö|Lund|Oslo|Bergen|Trondheim|Helsinki|Espoo|Tampere|Warsaw|Kraków|Krakow|Wrocław|Gdańsk|Poznań|Prague|Brno|Budapest|Bucharest|Cluj(?:-Napoca)?|Sofia|Athens|Tallinn|Riga|Vilnius|Kyiv|Istanbul|Ankara|Tel Aviv|Dubai|Abu Dhabi|Riyadh|Doha|Cairo|Lagos|Nairobi|Cape Town|Johannesburg|Bangalore|Bengaluru|Hyderabad|Pune|Mumbai|Chennai|Gurgaon|Gurugram|Noida|(?:New )?Delhi|Kolkata|Ahmedabad|Kochi|Tokyo|Osaka|Seoul|Shanghai|Beijing|Shenzhen|Hangzhou|Taipei|Kuala Lumpur|Jakarta|Manila|Bangkok|Hanoi|Ho Chi Minh City|Sydney|Melbourne|Brisbane|Perth|Canberra|Adelaide|Hobart|Auckland|Wellington|Christchurch|Toronto|Vancouver|Montr[eé]al|Ottawa|Calgary|Edmonton|Waterloo|Winnipeg|Halifax|New York(?: City)?|NYC|San Francisco|Bay Area|Los Angeles|San Diego|San Jose|Palo Alto|Mountain View|Menlo Park|Sunnyvale|Seattle|Bellevue|Redmond|Portland|Austin|Dallas|Houston|San Antonio|Denver|Boulder|Chicago|Boston|Atlanta|Miami|Tampa|Orlando|Philadelphia|Pittsburgh|Baltimore|Arlington|Charlotte|Raleigh|Durham|Nashville|Detroit|Minneapolis|St\\. Louis|Kansas City|Salt Lake City|Phoenix|Las Vegas|Cleveland|Columbus|Cincinnati|Indianapolis|Milwaukee|Sacramento|Richmond|São Paulo|Mexico City|Buenos Aires|Santiago|Bogotá`;

/** Codes that are also common words mark nothing; their cities are known by name. */
const COMMON =
  /^(?:in|or|me|ok|hi|de|la|pa|id|al|co|as|us|the|of|am|main|area|city|new|san|st|south|north|west|and|act|on|ma|mo|ca|ct|city|tx)$/;
/** Every word of a place's name, folded: without one of them a line names no place that is known here. */
export const PLACE_WORDS: string = [
  ...new Set(
    [COUNTRIES, STATES, CITIES, CODES.replaceAll(/\w?\[[A-Z]+\]/g, (code) => spread(code))]
      .join('|')
      .replaceAll('[eé]', 'é|e')
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 1 && !COMMON.test(word)),
  ),
  'tx ma ca ct mo us uk',
].join(' ');

/** "A[KL]" as "AK|AL". */
function spread(code: string): string {
  return [...code.slice(2, -1)].map((letter) => `${code[0]}${letter}`).join('|');
}
