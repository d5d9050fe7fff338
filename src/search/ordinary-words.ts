import { fold } from '../knowledge/fold.ts';

/**
 * Ordinary words that no content need have, French ones and goods by their English names: they are spelt right, so
 * none of them is a slip of a word that the content has (« pompes » are no « pommes », who asks what flies means no
 * « volet », a peach is no « pêche »). Unlike everyday words they may be what a question is about, and a question
 * about them is refused as any other.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(
  (
    'moles germs trawling rentable rentabilité lucratif lucrative déficitaire endetté endettement vaillant abeille aboie aboient abricot absurde accordéon accouchement accroche achat acteur addition adieu ' +
    'adoption adorable aéroport affiche affreux agaçant agité agneau agrafe aigle aigre aiguille aile aimant ' +
    'aine airelle alcool algue allaite allaitement allée allergie alligator allume allumette alouette ' +
    'alpiniste amande amant ambre ambulance ambulancier amende amer amical amitié amour amoureux ampoule ' +
    'amusant amuse ananas ancêtre anchois ancre ange angine angoissé anguille anneau antenne antilope apéro ' +
    'apôtre appartement appétit apprend apprends apprennent aquarelle arachide araignée arbitre arbre ' +
    'arbuste ardoise argile armoire arôme arrose arrosoir artère artichaut artiste ascenseur asperge ' +
    'aspirine assiette asthme astronaute athlète atlas attaque attrape aube auberge aubergine aurore autel ' +
    'automne autruche avalanche avale averse aveugle avion avocat avoine avoue avril azote azur bactérie ' +
    'badge bagage bague baguette baie baigne baignoire bail bâille bain baiser balai balaie balance ' +
    'balançoire balcon baleine balle ballon bambou banane banc bande bandit banlieue baptême barbe barque ' +
    'barrage barreau barrière bascule basilic basket bassin bataille bateau bâton batte batteur battu baume ' +
    'bavard bavarde bave béquille berce berceau berger besace bête bêtise béton betterave beurre biberon ' +
    'bible biche bicyclette bidet bielle bien bière bijou bille billet biscuit bison bisou bizarre blague ' +
    'blaireau blanc blesse blessure blond blouse blouson bobine boeuf bohème boit boiteux boivent bombe ' +
    'bonbon bondit bonheur bonhomme bonnet bord bossu botte bouc bouche boucher boucherie bouchon boucle ' +
    'boude boue bouée bouge bougie boulanger boulangerie boule boulon bouquet bourdon bourgeon bourse ' +
    'boussole bout bouteille boutique bouton boxe bracelet braise branche brebis bretelle brique briquet ' +
    'brise broche brocoli bronche bronchite bronzé brosse brouette brouillard bruine brûle brume brune ' +
    'brushing bûche budget buffet buisson bulle bulletin bureau burger buse buvette cabane cabine cacao ' +
    'cachalot cache cachette cactus caddie cadeau cadenas cafard café cage cagoule caillou caisse calcul ' +
    'caleçon calendrier calme calorie camembert caméra camion camp campagne campeur camping canapé canard ' +
    'cancre cane canif canne cannelle canoë canot cantine capitaine caprice capuche carafe caramel caravane ' +
    'carnaval carnet carotte carpe carreau carrosse carton cascade caserne casier casque casquette casse ' +
    'casserole castor catastrophe cave caverne ceinture célibat cendre cercle cerf cerise cerveau chaîne ' +
    'chair chaise chaleur chaleureux chambre chameau champ champagne champignon chandail chandelle chanson ' +
    'chant chante chanteur chapeau chapelle char charbon charcuterie chariot charmant charrette chasse ' +
    'chasseur château chaton chatouille chaud chauffage chauffe chauffeur chausse chaussette chaussure ' +
    'chauve chemin cheminée chemise chêne chenille chèque cheval chevalier chevelu chevet cheveu cheville ' +
    'chèvre chevreuil chien chiffon chiot chirurgien chocolat chorale chou chouette chuchote cicatrice cidre ' +
    'ciel cierge cigale cigare cigarette cigogne cime ciment cinéma cintre cirage cire cirque ciseaux ' +
    'citerne citron citrouille clarinette classe clavier clef client clignotant cloche clocher cloison clou ' +
    'clown coccinelle cochon cocotte coffre coiffe coiffeur coiffure colère colle collier colline colombe ' +
    'colonne comète commode compas compote comptine concert concierge concombre confiture congélateur copine ' +
    'coquelicot coquillage coquille coquin corbeau corbeille corde cordon cornichon corridor costume côte ' +
    'coton couche coud coude couette coule couleur couleuvre couloir coup coupe courage courbe courent ' +
    'courge courgette couronne course court cousin coussin couteau couture couvent couvercle couverture ' +
    'crabe crachat crache craie craintif crapaud cravate crayon crèche crème crêpe cresson creuse creux ' +
    'crevette cric crie crime criquet crocodile croissant croix croustillant croûte cruel cueille cuiller ' +
    'cuillère cuir cuisine cuisinier cuisinière cuisse cuit cuivre culotte curieux curry cuvette cygne dame ' +
    'danger danse danseur dattes dauphin décalage décembre déchire déchirure décor défilé dégonfle dégoûtant ' +
    'déjeuner délicieux délire déménage demeure démon dent dentelle dentier dentifrice dentiste dépanneuse ' +
    'départ désert désespoir dessale dessaler dessert dessin dessinateur déteste détroit deuil devine dévore ' +
    'diable diamant dictée dieu digère dimanche dinde dindon dîner dinosaure divan divorce docteur dodo ' +
    'doigt donne doré dorment dormeur dort dortoir douane douche douleur dragon drap drapeau drogue drôle ' +
    'drôlement duvet écharpe échasse échec échelle éclair éclate écluse école écorce écran écriture écrivain ' +
    'écrou écume écureuil écurie édredon efface effroi église égout élastique éléphant élève émail emballage ' +
    'embarras embouteillage embrasse émeute émission enceinte encens enclos encre endormi énerve enfance ' +
    'enfant enfer engin ennemi ennui ennuyeux enrhumé enseigne enterrement entorse enveloppe envie épais ' +
    'épaule épée épice épicerie épinard épine épingle éponge épouse époux épuisé équipage érable escalier ' +
    'escargot esclave espadon essaim essence essuie estomac étable étagère étain étang éternue étoile ' +
    'étouffe étourdi étrier étui éventail évier fable facteur faim falaise famine fanfare fantôme farceur ' +
    'farine fatigué faucon fauteuil fauve femelle femme fenêtre fente féroce ferraille fête feuillage ' +
    'feuille feutre février fiançailles fiancé ficelle fiction fidèle fièvre figue filet fille filleul fils ' +
    'flamme flan flaque flèche fleur fleuriste fleuve flocon flotte flûte foie foin foire folie folle fond ' +
    'fondue fontaine football forêt forgeron fosse foudre fouet fougère fouille foulard foule foulure four ' +
    'fourche fourchette fourmi fourrure fragile frais fraise framboise frange frappe frein frelon frère ' +
    'frigo fripon frisson frites froid fromage front frotte frousse fruit fugue fume fumée fumeur furet ' +
    'furieux fusée fusil gadoue gagnant galère galet galette galop gamelle gamin gang gant garage garçon ' +
    'gardien gare gâteau gauche gaufre gazelle gazon géant gèle gelée gencive gendarme gendre génial genou ' +
    'genoux gentil géranium gerbe gibier gifle gigot gilet girafe girouette gitan givre glace glaçon gland ' +
    'glissade glisse globe gluant gomme gonflé gonflée gorge gorille goudron gourde gourmand goût goûte ' +
    'goûter goutte gouttière grain graisse grandit grange granit gras gratte gravier grêle grelotte grenade ' +
    'grenier grenouille griffe grille grillon grimace grimpe grincheux grippe gris grive grog grognon gronde ' +
    'grossesse grotte grue guépard guêpe guérit guerre guerrier gueule guirlande guitare habille hache haie ' +
    'haine haleine hameau hameçon hamster hanche handball hanneton hareng haricot harnais harpe hélice herbe ' +
    'hérisson hernie héron héros hêtre hibou hippopotame hirondelle hiver homme honte hoquet horloge horreur ' +
    'hors hôtel hôtesse hotte houle housse huile huître humeur humour hurle hurlement hutte hymne iceberg ' +
    'idiot igloo iguane immeuble incendie infirmier infirmière infirmières injure inondation insecte ' +
    'insomnie insulte invité iris ivoire ivre ivresse jaguar jalousie jaloux jambe jambon janvier jardin ' +
    'jardine jardinier jaunâtre jaune javelot jazz jean jette jeudi jockey jongle jongleur jonquille joue ' +
    'jouent jouet journal joyeux judo juge juillet juin jumeau jument jungle jupe jupon jury kaki kangourou ' +
    'karaté képi kermesse kilo kimono kinésithérapeute kiosque kiwi klaxon koala lace lacet lâche laid laine ' +
    'laisse lait laitue lama lame lampadaire lampe lance landau langouste lapin lard larme lavabo lavande ' +
    'lave laveur lèche leçon légende légume lessive lèvre lézard liane libellule lièvre lilas lime limonade ' +
    'linge lion liqueur lisse livre loup loupe louve lucarne luge lumière lundi lune lunettes lustre lutin ' +
    'lutte luxe lycée lynx mâchoire magicien magie maigre maillot maire maïs maison maître maîtresse ' +
    'majorette malade maladie maladroit malheur malin malle maman manche mamie manège manteau maquillage marbre ' +
    'mardi marécage marguerite mari mariage mariée marionnette marmite marmotte marron mars marteau ' +
    'mascarade masque massage massue matelas matelot maternelle matin méchant médaille médecin médicament ' +
    'méduse melon menace ment menton menuisier mercredi mère merguez merlan merle mésange messe métal mètre ' +
    'métro meuble meurent meurt meurtre micro miel miette mignon migraine mille mimosa minuit miracle miroir ' +
    'misère missile mitaine mite moche moelleux moineau mois moisson moissonneuse molaire molle momie ' +
    'monastère monnaie monstre montagne montre moquette morale mord morse mort morue mosaïque moto mouche ' +
    'moucheron mouchoir moud mouette mouillé moule moulin mousse moustache moustique moutarde mouton muet ' +
    'muguet mulet muraille mûre murmure musclé museau musicien musique myope myrtille nage nagent nageoire ' +
    'nageur nain naissance naît nappe natation natte navet neige nénuphar nerf nerveux nettoie neveu nièce ' +
    'noce noël noeud noie noir noisette noix nombril nonne nord nounours nourrice noyau noyé nuage nuit ' +
    'nuque nymphe oasis obèse océan odeur oeil oeillet oeuf oignon oiseau olive ombre omelette omoplate ' +
    'oncle ongle opéra opticien orage orange orchestre orchidée ordonnance ordures oreille oreiller organe ' +
    'orgue orgueil orme orphelin orteil orthophoniste ortie oseille ostéopathe otarie otite oublie ouragan ' +
    'ours oursin outarde ouvrier ovale pacemaker paille pain palais palmier palourde panache pancarte panier ' +
    'panne panneau pantalon panthère pantoufle paon pape papi papier papillon paquebot pâquerette parachute ' +
    'paradis parapluie parasol parc parcelle pare parebrise paresse paresseux parfum parking parole parrain ' +
    'parure passager pastèque pâte patin patinage patinoire pâtisserie pâtissier patte paume paupière pavé ' +
    'payaje péage peau pêche pédale peigne peignoir peint peintre peinture pelle pelote pelouse peluche ' +
    'pendule pénible péniche penne pension pente pépin perche perchoir perdrix père perle perroquet perruche ' +
    'perruque persil pèse pèsent peser peste pétale pétanque pétard peuplier peureux pharaon phare phoque ' +
    'photo phrase physiothérapeute piano pied piège pierre piéton pieuvre pigeon pile pilier pilote pilule ' +
    'piment pince pinceau pingouin pinson pintade pioche pipe piquant pique piquet piqûre pirate pirogue ' +
    'piscine pissenlit pistache piste pistolet pivoine placard plafond plage plaie planche plancher planète ' +
    'plante plâtre pleure pleut plie plomb plombage plombier plonge pluie plumage plume pneu poche poêle ' +
    'poésie poète poids poignard poignée poignet poil poilu poing pointu poire poireau poison poitrine ' +
    'poivre poivron poker poli policier polisson polo pomme pommier pompe pompes pompier pond pondent poney ' +
    'pont porc porcelaine port portail porte portier portrait potage potager poteau poterie potiron pouce ' +
    'poudre poulain poule poulet poulie poumon poupée pourboire pousse poussent poussette poussière poussin ' +
    'prairie préau prénom prêtre prière prince princesse printemps prison prisonnier pronom propret prune ' +
    'prunier puant puce puits pull pullover punaise purée puzzle pyjama pyramide python quai quiche quille ' +
    'botte bottes bottine chandail tuque mitaine mitaines soulier souliers manteau foulard rabbin race racine radis raie raisin ramage ramasse rame rameau ramoneur rampe rançon randonnée range ' +
    'râpé rase rasoir ratatouille râteau rayure récif recoud récré récréation réglisse rein reine remue ' +
    'renard renne renverse repas repassage repasse reptile requin respire respirent ressent rêve réveil ' +
    'revolver rhume riche ridé rideau rigole rire rivage rivière robe robinet roche rocher roman ronce ronde ' +
    'ronfle ronflement ronge rose roseau rosée rossignol roue rouge rougit rouille roule roulette roulotte ' +
    'route roux ruban ruche ruelle rugby ruine ruisseau ruse sable sabot sabre saigne saison salade saladier ' +
    'salé salée saleté salive salle salon salopette samedi sandale sandwich sang sanglier sapin sardine ' +
    'satin sauce saucisse saucisson sauge saule saumon saut saute sauterelle sauvage savane savon savoure ' +
    'saxophone scarabée sceptre scie scooter scorpion seau sèche seigle sein selle sème semelle semoule sent ' +
    'septembre serpent serre serrure serrurier serveur serveuse serviette sévère shampoing short siècle ' +
    'siège sieste siffle sifflet singe sirène sirop skie slip soeur sofa soif soigne soir soja soldat soleil ' +
    'sommeil sommet somnolent sonne sonnette sorcier sorcière sortie soucoupe soudage soudeur soudure ' +
    'souffle souhait soulier soupe soupir souple source sourcil sourd sourire souris sourit sous sparadrap ' +
    'spectacle sport squelette stade station statue steak store stylo suce sucette sucré sucrée sueur suie ' +
    'suisse sultan supermarché surf surprise sushi syllabe tabac table tableau tablette tablier tabouret ' +
    'tache tambour tamis tante tape tapis tarte tartine tasse taupe taureau taxi teint télé téléphone ' +
    'télescope tempête temple tennis tentacule tente terrasse terreur terrier testament têtard têtu théâtre ' +
    'thermomètre thon tiède tigre tilleul timbre timide tique tire tiroir tissu toboggan toile toilette toit ' +
    'tomate tombe tombeau tond tondu tonnerre torche torchon tornade tortue toupie tourne tournesol ' +
    'tournevis tourterelle tousse toux tracteur train traîne traîneau traîneaux traîner trampoline tranche ' +
    'transpire trapèze traverse trèfle tremble tremplin trésor tresse tribu triche tricot tricote tricycle ' +
    'triste tristesse trombone trompe trompette tronc trône trotte trottinette trottoir trou trouille ' +
    'troupeau trousse truffe truie truite tuba tulipe tunnel turban tuyau vaccin valise vallée vallon ' +
    'vampire vanille varicelle vase vautour veau vedette veille veine vélo vélos velours vendange vendredi ' +
    'vent ventilateur ventre verger verglas vernis verre verrou verrue vers vert vertige veste vestiaire ' +
    'vêtement veuf viande vibration victime vide vigne vilain village vinaigre violette violon vipère virage ' +
    'visage visière vison vitrail vitre vitrine voile voilier voisin voisine volant volcan vole volent voler ' +
    'volet voleur vomit voyage voyageur voyelle voyou wagon western xylophone yaourt yoga yoyo zèbre zéro ' +
    'zeste zibeline zigzag ' +
    'stone sand tyre tire trouser sweater lamp pipe cable varnish canoe cardboard jar brick gravel pear ' +
    'plum peach cherry cherries mango mangoes avocado spice brandy whiskey fur wool silk linen ' +
    'yarn toaster sock pillow blanket curtain carpet mattress wallet necklace perfume shampoo candle puzzle ' +
    'skate kayak tent yacht guitar piano violin magazine ceramic tile marble granite charcoal pellet ' +
    'plywood lentil onion garlic cabbage lettuce spinach mushroom grape raisin fig walnut almond cashew ' +
    'noodle biscuit cookie candy candies jam honey vinegar mustard ketchup mayonnaise cocoa cider vodka ' +
    'gin rum sausage bacon ham lamb veal goose venison trout haddock tuna herring mackerel ' +
    'mussel oyster scallop squid caviar hide leather cotton zipper saddle goat sheep cutlery kettle ' +
    'oven fridge dishwasher heater radiator hinge ' +
    'chemise jupe ceinture serviette câble brique poire figue serrure '
  )
    .split(' ')
    .map(fold),
);

const endings = ['', 'e', 's', 'x', 'es'];

/** Whether it is one of them, in the plural or the feminine too. */
export function isOrdinary(folded: string): boolean {
  return endings.some(
    (ending) => folded.endsWith(ending) && ordinaryWords.has(folded.slice(0, folded.length - ending.length)),
  );
}
