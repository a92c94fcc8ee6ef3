import { describe, expect, it } from 'vitest';
import { dominantLanguages } from './dominant-language.ts';
import { sentimentOf } from './sentiment.ts';

const SENTIMENTS: readonly (readonly [string, string, string])[] = [
  ['en', 'POSITIVE', 'I love this product, it works perfectly and delivery was fast!'],
  ['en', 'POSITIVE', 'The staff were friendly and very helpful.'],
  ['en', 'POSITIVE', 'I like it.'],
  ['en', 'POSITIVE', 'Not bad at all, I really enjoyed the stay.'],
  ['en', 'NEGATIVE', 'Terrible experience. The package arrived broken and nobody answered my emails.'],
  ['en', 'NEGATIVE', "The room wasn't clean and the food was not good."],
  ['en', 'NEGATIVE', "I don't like it, a waste of money."],
  ['en', 'NEGATIVE', 'It stopped working after two days, I want my money back.'],
  ['en', 'NEUTRAL', 'The meeting starts at nine in the second room.'],
  ['en', 'NEUTRAL', 'The parcel contains two books and a lamp.'],
  ['en', 'MIXED', 'The food was great but the service was terrible.'],
  ['en', 'MIXED', 'Beautiful design, however the battery is awful.'],
  ['es', 'POSITIVE', 'Estoy muy contento, el servicio es excelente.'],
  ['es', 'NEGATIVE', 'El producto llegó roto, es horrible.'],
  ['fr', 'POSITIVE', 'Un hôtel magnifique, je le recommande.'],
  ['fr', 'NEGATIVE', 'Très déçu, la livraison était en retard.'],
  ['de', 'POSITIVE', 'Sehr schön und wirklich gut, ich bin zufrieden.'],
  ['de', 'NEGATIVE', 'Leider ist das Gerät kaputt, sehr schlecht.'],
  ['de', 'NEUTRAL', 'Der Zug fährt um neun Uhr.'],
];

describe('sentiment', () => {
  it.each(SENTIMENTS)('in %s is %s for: %s', (language, expected, text) => {
    const { Sentiment, SentimentScore } = sentimentOf(text, language);

    expect(Sentiment).toBe(expected);
    const sum = Object.values(SentimentScore).reduce((all, score) => all + score, 0);
    expect(sum).toBeCloseTo(1, 10);
  });

  it('is stronger when the words are', () => {
    const good = sentimentOf('The film was good.', 'en').SentimentScore.Positive ?? 0;
    const best = sentimentOf('The film was extremely good!', 'en').SentimentScore.Positive ?? 0;

    expect(best).toBeGreaterThan(good);
  });
});

const LANGUAGES: readonly (readonly [string, string])[] = [
  ['en', 'Could you tell me where the nearest station is?'],
  ['en', 'Machine learning is fun'],
  ['es', '¿Dónde está la estación más cercana?'],
  ['es', 'Me gusta mucho este libro'],
  ['fr', 'Pouvez-vous me dire où se trouve la gare ?'],
  ['de', 'Können Sie mir sagen, wo der nächste Bahnhof ist?'],
  ['it', 'Mi può dire dove si trova la stazione più vicina?'],
  ['pt', 'Você pode me dizer onde fica a estação mais próxima?'],
  ['nl', 'Kunt u mij vertellen waar het dichtstbijzijnde station is?'],
  ['sv', 'Kan du säga mig var närmaste station ligger?'],
  ['da', 'Kan du sige mig, hvor den nærmeste station er?'],
  ['fi', 'Voitko kertoa, missä lähin asema on?'],
  ['pl', 'Czy może mi pan powiedzieć, gdzie jest najbliższa stacja?'],
  ['tr', 'Bana en yakın istasyonun nerede olduğunu söyler misiniz?'],
  ['ru', 'Подскажите, пожалуйста, где ближайшая станция?'],
  ['uk', 'Скажіть, будь ласка, де найближча станція?'],
  ['ja', '一番近い駅はどこですか。'],
  ['zh', '最近的车站在哪里？'],
  ['ko', '가장 가까운 역이 어디입니까?'],
  ['ar', 'أين أقرب محطة؟'],
  ['hi', 'सबसे नज़दीकी स्टेशन कहाँ है?'],
];

/** Short sentences whose words the model was not made from. */
const SHORT: readonly (readonly [string, string])[] = [
  ['en', 'Bob lives in Seattle. He is a software engineer at Amazon.'],
  ['en', 'Bob lives in Seattle'],
  ['en', 'It is raining today in Seattle'],
  ['en', 'My flight was cancelled and nobody told us anything.'],
  ['en', 'Reset password'],
  ['en', 'Where did you put the keys?'],
  ['en', 'Happy birthday, Maria!'],
  ['en', 'Great quality and fast shipping'],
  ['en', 'She sells sea shells by the sea shore'],
  ['en', 'Total amount due: 45 dollars'],
  ['es', 'Mi vuelo fue cancelado y nadie nos dijo nada.'],
  ['es', '¿Dónde pusiste las llaves?'],
  ['es', 'Feliz cumpleaños, María'],
  ['es', 'Muy buena calidad y envío rápido'],
  ['es', 'El gato duerme en el sofá'],
  ['es', 'Necesito ayuda con mi pedido'],
  ['es', 'Hasta luego, amigo'],
  ['fr', 'Mon vol a été annulé et personne ne nous a rien dit.'],
  ['fr', 'Où as-tu mis les clés ?'],
  ['fr', 'Joyeux anniversaire, Marie'],
  ['fr', 'Très bonne qualité et livraison rapide'],
  ['fr', 'Le chat dort sur le canapé'],
  ['fr', "J'ai besoin d'aide avec ma commande"],
  ['fr', 'La vie est belle'],
  ['de', 'Mein Flug wurde gestrichen und niemand hat uns etwas gesagt.'],
  ['de', 'Wo hast du die Schlüssel hingelegt?'],
  ['de', 'Alles Gute zum Geburtstag, Maria'],
  ['de', 'Sehr gute Qualität und schneller Versand'],
  ['de', 'Die Katze schläft auf dem Sofa'],
  ['de', 'Ich brauche Hilfe bei meiner Bestellung'],
  ['de', 'Bis bald'],
  ['it', 'Il mio volo è stato cancellato e nessuno ci ha detto niente.'],
  ['it', 'Dove hai messo le chiavi?'],
  ['it', 'Ottima qualità e spedizione veloce'],
  ['it', 'Il gatto dorme sul divano'],
  ['pt', 'O meu voo foi cancelado e ninguém nos disse nada.'],
  ['pt', 'Onde você colocou as chaves?'],
  ['pt', 'Ótima qualidade e entrega rápida'],
  ['pt', 'O gato dorme no sofá'],
  ['nl', 'Mijn vlucht is geannuleerd en niemand heeft ons iets verteld.'],
  ['nl', 'Waar heb je de sleutels gelegd?'],
  ['nl', 'De kat slaapt op de bank'],
  ['sv', 'Mitt flyg ställdes in och ingen sa något till oss.'],
  ['sv', 'Katten sover på soffan'],
  ['da', 'Mit fly blev aflyst, og ingen sagde noget til os.'],
  ['da', 'Katten sover på sofaen'],
  ['fi', 'Kissa nukkuu sohvalla'],
  ['pl', 'Kot śpi na kanapie'],
  ['tr', 'Kedi kanepede uyuyor'],
  ['ru', 'Кошка спит на диване'],
  ['uk', 'Кішка спить на дивані'],
];

describe('the dominant language', () => {
  it.each(LANGUAGES)('is %s of: %s', (code, text) => {
    const [first] = dominantLanguages(text);

    expect(first?.LanguageCode).toBe(code);
    expect(first?.Score).toBeGreaterThan(0.5);
  });

  it('is right for nine of ten short sentences', () => {
    const right = SHORT.filter(([code, text]) => dominantLanguages(text)[0]?.LanguageCode === code);

    expect(right.length / SHORT.length).toBeGreaterThanOrEqual(0.9);
  });

  it('of a text in two scripts is both', () => {
    const codes = dominantLanguages('Good morning everybody and welcome. 皆さん、おはようございます。').map(
      ({ LanguageCode }) => LanguageCode,
    );

    expect(codes).toEqual(expect.arrayContaining(['en', 'ja']));
  });

  it('is unknown without letters', () => {
    expect(dominantLanguages('123 + 456!')).toEqual([]);
  });
});
