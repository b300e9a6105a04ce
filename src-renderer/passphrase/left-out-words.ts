/**
 * Words of the list for dice that are not drawn: somebody may have to read such a passphrase aloud, write it on a card or
 * leave it to somebody on a bad day, and these can hurt then. Each is one of the list's, and stands here once.
 */
const leftOut = [
  // What demeans people.
  'bonehead,brownnose,buffoon,bully,catcall,caucasian,cesspool,childless,chubby,colonize,crazed,crazily',
  'craziness,crazy,degraded,degrading,demeaning,deranged,dingbat,ditzy,divorcee,dork,douche,dwarf,dweeb',
  'egomaniac,enslave,eskimo,feeble,gentile,geriatric,hate,hatred,hazing,humiliate,humpback,humped',
  'hunchback,idiocy,imbecile,junkie,lunacy,maggot,malformed,mannish,mongrel,monstrous,mutt,nappy',
  'nutcase,nuttiness,nutty,oaf,pauper,prissy,prude,prudishly,pureblood,racism,savage,scrawny,siamese',
  'skinhead,slander,slum,spinster,stooge,taunt,tribesman,tubby,twerp,unlovable,unloved,unlovely',
  'unloving,unwanted,unwomanly,vagrancy,vagrantly,wannabe,widow,wimp',
  // What is sexual, or about the body.
  'amniotic,arousal,bloomers,boned,boozy,breeder,breeding,cathouse,celibacy,celibate,cesarean,chaste',
  'chastity,curvy,depraved,depravity,deviancy,deviant,epidural,excretion,excretory,expletive,explicit',
  'fetal,fleshed,fleshy,fondling,footsie,frigidity,frigidly,gestate,gestation,gigolo,gonad,groin,grope',
  'hardcore,impotence,impotency,impotent,jockstrap,knickers,laxative,lubricant,lubricate,luridness',
  'lustfully,lustily,lustiness,lusty,mammary,mammogram,massager,mating,moaner,moaning,mooned,negligee',
  'ovary,pantyhose,pelvis,playmate,pregnancy,pregnant,prenatal,procreate,ravishing,rectal,seduce',
  'seducing,sensually,sensuous,showgirl,skimpily,skintight,sterile,sterility,sterilize,sultry,swinger',
  'thong,throbbing,trimester,umbilical,unclad,unclothed,undress,unisexual,unmanned,unrobed,upchuck',
  'urologist,urology,vixen,womb',
  // Violence and crime.
  'agonize,agonizing,agony,anguished,armed,arson,atrocious,avenge,avenging,backstab,barbed,bash',
  'battered,battering,bazooka,blitz,browbeat,bruising,brute,brutishly,buckshot,bullfight,bullwhip',
  'cannon,captive,captivity,carnage,casualty,chastise,chokehold,choking,clobber,coerce,cruelly',
  'cruelness,cruelty,crushed,crushing,dagger,defacing,defile,defiling,deforest,desecrate,detonate',
  'detonator,diabolic,disaster,disfigure,distress,dreaded,dreadful,drown,dynamite,embattled,enrage',
  'ensnare,entrap,eradicate,evil,explode,exploit,extortion,extradite,famine,famished,fang,ferocious',
  'ferocity,flogging,frighten,frightful,gallows,gangrene,gore,gory,handgun,headless,headlock,headsman',
  'hemlock,henchman,hurt,impaired,impale,imprison,jailbird,jailer,jailhouse,lash,maimed,manhandle',
  'manhunt,marauding,mobster,musket,mutilated,mutilator,nuclear,onslaught,oppressed,oppressor,outrage',
  'overkill,panic,persecute,plunder,poison,provoke,prowler,prowling,pulverize,pummel,punisher,rage',
  'raging,ransack,ravage,revenge,revolver,riot,ruckus,sabotage,scabbed,scabby,scalded,scalding,scalping',
  'scarring,shank,shrapnel,sinister,slain,slapping,slashed,slashing,smite,smother,spearman,starved',
  'starving,strangle,stricken,strife,sufferer,suffering,suffocate,thrash,threaten,tragedy,traitor',
  'treachery,treason,vendetta,vengeful,venomous,villain,violate,violation,violator,whacking,wrath',
  // Illness, disability and drugs.
  'achiness,aching,anemia,anemic,aneurism,atrophy,autism,autistic,backache,bladder,bronchial,bunion',
  'cannabis,cataract,catatonic,cauterize,chemo,coma,contusion,coronary,deafening,deafness,dehydrate',
  'delirious,delirium,delusion,depress,despair,diabetes,diabetic,diagnoses,diagnosis,disabled,disorder',
  'dizziness,dyslexia,dyslexic,earache,embolism,epidemic,epilepsy,epileptic,fester,fever,fracture',
  'freebase,frostbite,gallstone,glaucoma,hangnail,hangover,headache,ibuprofen,jaundice,lethargic',
  'lethargy,limping,lisp,mangy,morbidity,morbidly,morphine,mumps,mute,neurosis,neurotic,nicotine',
  'numbness,obsessed,obsession,obsessive,ointment,opium,pandemic,paralyses,paralysis,paralyze,parasite',
  'parasitic,phobia,polio,prognosis,prozac,pyromania,rabid,rash,rehab,relapse,relapsing,rickety,ritalin',
  'scurvy,sedate,sedation,sedative,sprain,stammer,strep,surgery,surgical,syndrome,tremor,unhealthy',
  'unwell,valium,vertigo,wound,zit',
  // Death and grief.
  'afterlife,ashes,casket,catacomb,coroner,deceased,decompose,demise,departed,entomb,exhume,expire',
  'expiring,extinct,graves,graveyard,grief,grieving,grievous,headstone,mortality,mortally,mortician',
  'mortified,mortify,mortuary,mourner,mournful,mummified,mummify,obituary,perish,reburial,skeletal',
  'undead,undying,zombie',
  // Faith and politics.
  'agnostic,blaspheme,blasphemy,buddhism,buddhist,colonial,colonist,crusader,darwinism,dictator',
  'exorcism,exorcist,fanatic,fascism,feminism,feminist,feminize,freemason,islamic,islamist,marxism',
  'occultist,pagan,passover,purgatory,puritan,sabbath,sinless,sinner,spiritism,ungodly,unholy,yiddish',
] as const;

/** The words that a random passphrase never has. */
export const leftOutWords: ReadonlySet<string> = new Set(leftOut.flatMap((row) => row.split(',')));
