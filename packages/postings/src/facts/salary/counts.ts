/** Words after an amount that go on about it: "80k plus bonus", "70k before taxes". */
const OF_PAY = String.raw`(?:an?|annual(?:ly)?|as|at|base|basic|before|benefits|bonus|brutto?|comp\w*|ctc|depend\w*|doe|euros|excl\w*|fixed|for|from|gross|hours?|if|in|incl\w*|inclusive|is|max\w*|min\w*|month\w*|negotiable|net\w*|on|options|or|ote|package|pay|per|plus|range|salary|shares|taxes|to|total|with|yearly|and)`;
/** What is counted: a noun in the plural, perhaps after adjectives. */
const COUNTED = new RegExp(
  String.raw`^[ \u00a0\n](?:(?!${OF_PAY}\b)[a-z-]{2,20} ){0,2}(?!${OF_PAY}\b)(?:people|children|men|women|staff|[a-z-]{2,20}s)\b`,
);

/** Whether a number that no currency calls money counts something else: "100k small merchants", "10 lakh requests". */
export const isCount = (text: string, end: number): boolean => COUNTED.test(text.slice(end, end + 72));
