import { describe, expect, it } from 'vitest';
import { findEducation, findLocation, findSeniority, findWorkMode, findYears, languageOf } from './index.ts';

describe('years of experience', () => {
  it.each([
    ['5+ years of experience in machine learning', [[5, null]]],
    ['3-5 years of experience', [[3, 5]]],
    ['3 – 5 yrs experience with SQL', [[3, 5]]],
    ['At least three years of professional experience', [[3, null]]],
    [
      'Minimum of 8 years in IT, of which 3 years in architecture',
      [
        [8, null],
        [3, null],
      ],
    ],
    [
      '8+ years in software, at least 4 in natural language processing',
      [
        [8, null],
        [4, null],
      ],
    ],
    ['five (5) or more years of related experience', [[5, null]]],
    ['Experience: 4 to 6 years', [[4, 6]]],
    ['10 plus years building data platforms', [[10, null]]],
    ['one year of specialized experience equivalent to GS-12', [[1, null]]],
    ['one (1) year of specialized experience', [[1, null]]],
    ['Two years’ experience with Python', [[2, null]]],
    ['We were founded 20 years ago.', []],
    ['With over 25 years of experience, Acme is a leader in pumps.', []],
    ['our 30 years of experience in banking', []],
    ['For the past 10 years we have built maps.', []],
    ['This is a 2 year contract.', []],
    ['a 4-year degree', []],
    ['Shares vest over four years.', []],
    ['You must be 18 years of age or older.', []],
    ['3 years of progressively higher-level graduate education', []],
    ['within the last 5 years, a political appointee', []],
  ] as [string, [number, number | null][]][])('%s', (text, years) => {
    expect(findYears(text).map(({ low, high }) => [low, high ?? null])).toEqual(years);
  });

  it('tells a wish from a requirement', () => {
    const text =
      'Requirements\n- 5+ years of experience with Python\n\nNice to have\n- 2+ years of experience with Rust';

    expect(findYears(text).map(({ isRequired }) => isRequired)).toEqual([true, false]);
  });
});

describe('seniority', () => {
  it.each([
    ['Senior Machine Learning Engineer\nAcme', 'senior'],
    ['Sr. Data Scientist', 'senior'],
    ['Staff Machine Learning Engineer', 'staff'],
    ['Principal Scientist', 'principal'],
    ['Lead Data Engineer', 'lead'],
    ['Junior Data Analyst', 'junior'],
    ['Data Science Intern (Summer)', 'intern'],
    ['Director of Data Science', 'director'],
    ['Head of Machine Learning', 'director'],
    ['VP, Data', 'executive'],
    ['Chief Data Officer', 'executive'],
    ['Engineering Manager, ML Platform', 'manager'],
    ['Senior Product Manager, AI', 'senior'],
    ['SUPERVISORY DATA SCIENTIST', 'manager'],
    ['Mid-level Machine Learning Engineer', 'mid'],
    ['Data Engineer II', 'mid'],
    ['Product Manager, AI', undefined],
    ['Member of Technical Staff, Engineer', undefined],
    ['Data Scientist\nYou will work with senior leaders and staff engineers.', undefined],
    ['Data Scientist\nWe are looking for a senior data scientist who likes maps.', 'senior'],
    ['Machine Learning Engineer\nSeniority level\nEntry level', 'junior'],
  ] as const)('%s', (text, level) => {
    expect(findSeniority(text)?.level).toBe(level);
  });

  it('takes the title of a field before the text, with an empty quote where the text does not hold it', () => {
    expect(findSeniority('We build maps.', 'Senior Data Scientist')).toEqual({
      level: 'senior',
      quote: '',
      start: 0,
      end: 0,
    });
  });
});

describe('education', () => {
  it.each([
    ["Bachelor's degree in Computer Science required, Master's preferred", 'bachelor', true, false],
    ["Bachelor's degree or equivalent experience", 'bachelor', true, true],
    ['BS/MS in Computer Science or a related field', 'bachelor', true, false],
    ['B.Tech or M.Tech in any discipline', 'bachelor', true, false],
    ['PhD in statistics', 'doctorate', true, false],
    ['Ph.D. or Master’s with 10+ years', 'master', true, false],
    ['MSc in Physics, PhD a plus', 'master', true, false],
    ['PhD preferred', 'doctorate', false, false],
    ['Advanced degree in a quantitative field', 'master', true, false],
    ['High school diploma or GED', 'secondary', true, false],
    ["Associate's degree, or an equivalent combination of education and work", 'associate', true, true],
    ['A degree in mathematics or 5 years of experience', 'bachelor', true, true],
    ['The degree must be in a major field of study (at least at the baccalaureate level)', 'bachelor', true, false],
  ] as const)('%s', (text, degree, isRequired, orExperience) => {
    expect(findEducation(text)).toMatchObject({ degree, isRequired, orExperience });
  });

  it.each([
    'a high degree of autonomy',
    'Certified Scrum Master',
    'master data management',
    'Office in Boston, MA',
    'MS Office and MS SQL Server',
    'Our founders are PhDs from two universities.',
    'Tuition for a Master’s degree is paid.',
    'No degree needed.',
    '360 degree feedback',
    'All candidates MUST BE authorized to work.',
  ])('finds none in: %s', (text) => {
    expect(findEducation(text)).toBeUndefined();
  });
});

describe('work mode', () => {
  it.each([
    ['ML Engineer (Remote)', 'remote'],
    ['This is a fully remote position.', 'remote'],
    ['Location: Berlin, hybrid', 'hybrid'],
    ['This is a hybrid role.', 'hybrid'],
    ['Three days a week in our London office.', 'hybrid'],
    ['The role is on-site in Austin.', 'on-site'],
    ['This position is based onsite.', 'on-site'],
    ['Remote in Texas? Sorry, no.', 'on-site'],
    ['We run a hybrid cloud with hybrid search.', undefined],
    ['Remote sensing and remote desktop support.', undefined],
    ['There is an on-site gym and on-site parking.', undefined],
    ['You know Office 365.', undefined],
  ] as const)('%s', (text, mode) => {
    expect(findWorkMode(text)?.mode).toBe(mode);
  });
});

describe('location', () => {
  it.each([
    ['Location: Berlin, Germany\nWe build maps.', 'Berlin, Germany'],
    ['ML Engineer\nAcme | Austin, TX | Hybrid', 'Austin, TX'],
    ['Data Scientist\nZellblick AG, Heidelberg\n\nText', 'Heidelberg'],
    ['Data Scientist\n\nThis role is based in Amsterdam.', 'Amsterdam'],
    ['📍 Sydney NSW\nData Scientist', 'Sydney NSW'],
    ['Data Scientist\n\nYou work remotely from anywhere in Germany.', 'Germany'],
    ['Data Scientist\nCharlotte, NC or Wilmington, DE', 'Charlotte, NC or Wilmington, DE'],
    ['Data Scientist\nOur customers like maps.', undefined],
  ] as const)('%s', (text, place) => {
    expect(findLocation(text)?.place).toBe(place);
  });

  it('takes the field of a file first and quotes it where the text has it', () => {
    expect(findLocation('Work in Oslo, Norway.', 'Oslo, Norway')).toMatchObject({ place: 'Oslo, Norway', start: 8 });
  });
});

describe('language', () => {
  it.each([
    ['en', 'You will build data pipelines for the teams of our company and work with them.'],
    [
      'en',
      'Fährmann Logistik Digital GmbH in München is looking for a data engineer who will join the team of our platform.',
    ],
    [
      'de',
      'Du entwickelst mit uns die Datenplattform und hast Erfahrung mit Python und AWS, die du in das Team bringst.',
    ],
    ['fr', 'Vous rejoignez notre équipe pour développer les modèles de données avec Python et dans le cloud.'],
    ['es', 'Buscamos una persona para el equipo de datos con experiencia en Python y en la nube.'],
    [
      'it',
      'Cerchiamo una persona per il nostro team di dati che abbia esperienza con Python e nella gestione del cloud.',
    ],
    [
      'pt',
      'Buscamos uma pessoa para o nosso time de dados, com experiência em Python e na nuvem, para você que não para.',
    ],
    ['nl', 'Je werkt met het team aan een platform voor data en hebt ervaring met Python en de cloud die wij bouwen.'],
    [
      'pl',
      'Szukamy osoby do zespołu, która ma doświadczenie w pracy z danymi oraz znajomość Pythona i jest otwarta na zmiany.',
    ],
    ['sv', 'Vi söker dig som har erfarenhet av Python och vill arbeta med data i ett team som är på väg.'],
    [
      'da',
      'Vi søger dig, der har erfaring med Python og ikke er bange for at arbejde med data i et team, hvor du bliver set.',
    ],
    [
      'no',
      'Vi søker deg som har erfaring med Python og ikke er redd for å jobbe med data i et team hvor du blir sett av oss.',
    ],
    [
      'fi',
      'Olet osa tiimiä, joka tekee työtä datan kanssa, ja sinulla on kokemusta Pythonista sekä osaamista pilvestä.',
    ],
    [
      'cs',
      'Hledáme kolegu, který má zkušenosti s Pythonem a je pro náš tým posilou; práce je na plný úvazek a také z domova.',
    ],
    [
      'tr',
      'Ekibimize katılacak, Python konusunda deneyim sahibi ve veri ile çalışmayı seven bir mühendis için arıyoruz.',
    ],
    ['zh', '我们正在寻找一位有经验的机器学习工程师加入我们的团队，负责模型训练和部署。'],
    ['ja', '機械学習エンジニアを募集しています。データ基盤の開発をお願いします。'],
    ['ko', '우리는 머신러닝 엔지니어를 찾고 있습니다. 데이터 플랫폼을 개발합니다.'],
    ['ru', 'Мы ищем инженера машинного обучения с опытом работы с данными.'],
    ['ar', 'نبحث عن مهندس تعلم آلي لديه خبرة في البيانات والحوسبة السحابية.'],
    ['hi', 'हम एक अनुभवी मशीन लर्निंग इंजीनियर की तलाश कर रहे हैं जो डेटा पर काम करे।'],
    ['und', 'Python, SQL'],
  ])('%s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it('is that of the larger part', () => {
    const german = 'Du entwickelst mit uns die Datenplattform und hast Erfahrung mit Python. ';
    const english = 'You will build the data platform with us and you have experience with Python. ';

    expect(languageOf(german.repeat(2) + english.repeat(6))).toBe('en');
    expect(languageOf(german.repeat(6) + english.repeat(2))).toBe('de');
  });
});
