import { describe, expect, it } from 'vitest';
import { translateWords } from './words.ts';

describe('translation word by word', () => {
  it.each([
    ['en', 'es', 'Hello, how are you?', 'Hola, cómo está usted?'],
    ['en', 'es', 'The house is big.', 'La casa es grande.'],
    ['en', 'es', 'The cities and the trains', 'Las ciudades y los trenes'],
    ['en', 'fr', 'The hotel is expensive', "L'hôtel est cher"],
    ['en', 'fr', 'a book and a table', 'un livre et une table'],
    ['en', 'fr', 'Where is the station?', 'Où est la gare?'],
    ['en', 'de', 'the child reads a book', 'das Kind liest ein Buch'],
    ['en', 'de', 'My friend lives in Berlin.', 'Mein Freund lebt in Berlin.'],
    ['en', 'de', 'The houses are new', 'Die Häuser sind neu'],
    ['es', 'en', 'El tren es rápido', 'The train is fast'],
    ['es', 'en', 'Los libros son nuevos', 'The books are nuevos'],
    ['fr', 'en', 'Merci beaucoup', 'Thank you very much'],
    ['de', 'en', 'Guten Morgen, der Kunde ist hier', 'Good morning, the customer is here'],
    ['es', 'de', 'la casa', 'das Haus'],
    ['en', 'es', 'Quetzalcoatl 42 → ok!', 'Quetzalcoatl 42 → ok!'],
    ['en', 'es', 'WATER', 'AGUA'],
    ['en', 'en', 'The same', 'The same'],
  ] as const)('%s to %s: %s', (source, target, text, expected) => {
    expect(translateWords(text, source, target)).toBe(expected);
  });
});
