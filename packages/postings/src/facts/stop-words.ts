/** The commonest short words of each language written in Latin letters; they decide which language a text is in. */
export const STOP_WORDS: Readonly<Record<string, string>> = {
  en: `the and of to in a for with is are you we our your will be on as or an that this have from by at their who
    not can has more other which they about into all work team experience skills what it`,
  de: `der die das und in den von zu mit sich des für ist im dem nicht ein eine als auch es an werden aus er hat dass
    sie nach wird bei einer um am sind noch wie einem über einen so zum haben nur oder aber vor zur bis mehr durch
    wir du dein deine deiner unser unsere unseren ihre ihr sowie`,
  fr: `le la les de des et en un une du à est pour que qui dans au aux par sur avec ne pas se ce cette nous vous votre
    vos notre nos ou plus sont être leur leurs ses son sa il elle ainsi comme chez`,
  es: `el la los las de y en un una que del por con para es al se lo como más o su sus nuestro nuestra tu no son este
    esta ser sobre entre también experiencia trabajo años desde`,
  it: `il lo la i gli le di e un una che del della dei delle per con in è al alla nel nella da sono come più o non si
    nostro nostra tuo anche ai dal dalla degli esperienza lavoro`,
  pt: `o a os as de e um uma que do da dos das em no na para com por é ao se como mais ou sua seu nosso nossa não são
    você nos nas pela pelo experiência trabalho também`,
  nl: `de het een en van in is op te dat die voor met zijn aan niet om als er ook bij naar door je jij jouw wij we ons
    onze uit maar heeft hebben wordt worden kan tot deze over ben`,
  pl: `i w z na do się nie jest że to dla od po przez oraz jak lub co o za są nasz nasza naszego twoje ze być może
    praca pracy doświadczenie umiejętność znajomość którzy który`,
  sv: `och i att det som en på är av för med till den har de inte om ett du vi vår våra din dina eller kan från vid
    också som hos ska kommer erfarenhet arbeta`,
  da: `og i at det er en til på som de med for af den har du vi ikke et vores dine din eller kan fra ved også hos skal
    bliver erfaring arbejde dig os jer`,
  no: `og i å det er en til på som de med for av den har du vi ikke et vår våre dine din eller kan fra ved også hos
    skal blir erfaring arbeid deg oss jobbe ikkje`,
  fi: `ja on ei että se tai kuin mutta myös ovat olet sinulla sinun meillä me sekä joka jotka kanssa työ kokemusta
    olla voit osaamista hyvä tämä oman uuden`,
  cs: `a v na je se že z do s o to pro jako i k ve od za nebo ale jsou po být které který při také tým naše náš vás
    máme jsme zkušenosti práce`,
  tr: `ve bir bu için ile olarak olan da de en daha çok veya gibi sahip iş deneyim deneyimi konusunda üzerinde bizim
    ekibimize olmak yıl iyi en az tercihen bilgi`,
};

/** Texts of these languages hold fewer of their own stop words in a hundred; their count is raised by this factor. */
export const RARITY: Readonly<Record<string, number>> = { fi: 1.7, tr: 1.6, cs: 1.25, pl: 1.25 };
