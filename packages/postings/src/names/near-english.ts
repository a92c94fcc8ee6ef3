/**
 * English words and other names that lie one slip from a name: never taken for a misspelling of it. Gathered by comparing
 * every name with a dictionary of 275,000 English words.
 */
const WORDS =
  'agenetic airflows angulars ansibles argentic autogeny automen autopen azurean cloudwatcher cogito conformance dabster dacker databrick decker dicker docked docken dockers docket docks dragster ducked ducker elastic embedding entrail entrain flasks graphics hadopt icebergs inferential informatic informatics jenkin jenkinson jerkins jupiter kineses kinesic kinesics kubota linked linkedin linker linkers locker mistral mitral mongod mongols novalike openshaw perfect polaris polarise polarised posture postures praefect prefects prelect pythons quicksand quicksilver rabbit reacts recognition restfully scalar seaborne snowflakes streamlet streamlets streamline streamlined tableaus tableaux tapescript terraformer terraforms tetract typescripts vertical verticals windsurfer windsurfing windsurfs robert roberts roberto roberti roberte statistic statistica statistik casandra cassandre transformed transforms transformar transformador snowflaked typoscript reactos synapsis haystacked jenkyns mistrial';

export const NEAR_ENGLISH: ReadonlySet<string> = new Set(WORDS.split(' '));
