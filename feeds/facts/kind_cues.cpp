#include "feeds/facts/kind_cues.h"

#include <array>

namespace fundwatch::feeds {
namespace {

constexpr std::string_view kVacancyTitles = R"(
sökes, vi söker en, vi söker dig, söker dig som, söker handledare, söker chef, söker
verksamhetsledare, söker projektledare, söker samordnare, söker arbetsledare, lediga jobb, ledig
tjänst, lediga tjänster, vikariat, *tjänst som, anställning som, jobba som, jobba hos, rekryterar,
vacancy, vacancies, job opening, we are hiring, is hiring, kock, handledare, policy officer,
programme officer, controller, *officer, project manager, ledigt jobb, lediga jobben, anställer,
*konsulent, *konsulent till, *chef till
)";
constexpr std::string_view kVacancyTelling = R"(
provanställning, tillsvidareanställning, visstidsanställning, vikariat, personligt brev,
lönesättning, individuell lön, anställningsform, vi söker dig, söker dig som, ditt cv, a cv, your
cv, permanent contract, vi rekryterar, temporary agent, job vacancy, om tjänsten, tjänsten är,
cover letter, din profil, dina arbetsuppgifter, anställning*, tjänst på, månaders anställning,
löneanspråk, meriterande, vem är du, kvalifikationer, b - körkort, lön enligt
)";
constexpr std::string_view kVacancyTexts = R"(
tillsvidareanställning*, visstidsanställning*, vikariat*, cv och, parental leave, tillträde,
heltid, heltidstjänst, deltid, intervjuer, kollektivavtal, fackliga, arbetsuppgifter, you have,
salary, full - time, part - time, anställningen, månadslön, referenser lämnas, arbetsledning,
undersköterska, din ansökan, dig som, personlig lämplighet, du har, du är, du har erfarenhet,
kandidat*, officer, post, anställd
)";

constexpr std::string_view kProcurementTitles = R"(
upphandlar, *upphandling, *upphandlingen, upphandling av, ramavtal, ramavtal*,
förfrågningsunderlag, anbud, anbudsinbjudan, direktupphandling*, offert*, offertförfrågan, rfi,
marknadsdialog, förhandsannons*, köper in, contract notice, framework agreement, procurement of,
tender, call for tenders, invitation to tender, request for information, prior information notice,
reserverat kontrakt, dps, dynamiskt inköpssystem, koncession, anbudsområde*, prisförfrågan, lägger
ut, söker entreprenör, söker utförare, inbjudan att lämna, reserved contract, bevakningsmejl
)";
constexpr std::string_view kProcurementTelling = R"(
sista anbudsdag, anbudsdag, anbud ska, anbud skall, anbuden ska, anbudet ska, lämna anbud, anbud
lämnas, anbud senast, upphandlande myndighet, upphandlande enhet, förfrågningsunderlag*,
direktupphandl*, lämna offert, offert senast, offerter, contracting authority, receipt of tenders,
submit a tender, submit tenders, tenders must, tenders may, tenderers, öppet förfarande,
upphandlingen omfattar, upphandlingen avser, köpare, buyer, anbudstid*, anbudsgivare*, anbud,
anbuden, offert, marknadsdialog*, rfi, avtalstid*, takvolym, sista dag att lämna anbud,
offertförfrågan, valfrihetssystem, totalentreprenad, utförandeentreprenad, anbudsunderlag*,
prisförfrågan, tender, tenders due, tenders, participation is reserved,
contract notice, contract award notice, upphandla, upphandlas, upphandlar
)";
constexpr std::string_view kProcurementTexts = R"(
offerten, avtalsperiod*, utvärdering sker, lägsta pris, förenklat förfarande, tröskelvärde*, cpv,
cpv - kod*, diarienummer, award criteria, open procedure, estimated value, uppskattat värde,
anbudsinlämning, kvalificering*, option på, förlängning med, ramavtalet, uppdraget omfattar,
framework agreement, frågor om upphandlingen, skallkrav, ska - krav, leverantör ska, värde,
uppdragsgivare, kommunen söker leverantör, entreprenad*, avrop*, tjänsten omfattar, kontrakt*,
kommunen vill köpa, beställare*, ramvärde, kostnadsram*, prisförfrågan
)";

constexpr std::string_view kCallTitles = R"(
utlysning, utlysningen, utlysningar, *utlysning, utlyser, utlyst, bidrag, *bidrag, bidraget,
*bidraget, stöd till, stöd för, stöd åt, *stöd för, *stöd till, miljoner, check till, checkar,
*checkar, stipendi*, mikrolån, *lån, lån till, söka pengar, sök stöd, sök pengar, sök medel, ansök
om, dags att söka, dags att ansöka, går att söka, att söka, kan söka, kan ansöka,
ansökningsomgång*, sökomgång*, ansökan öppen, ansökan öppnar, fonden, *fonden, projektstöd, call
for proposals, open call, call, calls, grant, grants, funding, fund, cascade funding, loans,
scholarship*, apply for, partnerskap söks, intresseanmälan, startbidrag, pengar till, pengar för,
förlängd ansökningstid, *check, ansökningsperiod, sök, ansökningar, open for proposals, stipends,
proposals, söker partner, projektmedel, utvecklingsmedel, eu - medel, medel till, medel för, medel
att, verksamhetsstöd, lokalstöd, investeringsstöd, startstöd, organisationsstöd, affärsstöd,
utvecklingsstöd, garanti, anslag, *pengar,
projektidéer, idéskiss*, prize, lokalstödet, projektstödet, stödet, seed funding, utdelning ur,
söker bolag att investera
)";
constexpr std::string_view kCallTelling = R"(
sista ansökningsdag, sista dag för ansökan, sista dag att ansöka, kan söka, kan ansöka, får söka,
ansökan ska, ansökningsperiod*, ansökningsomgång*, utlysningen, utlyser, vem kan söka, vilka kan
söka, tar emot ansökningar, call for proposals, applicants, may apply, can apply, proposals,
ansökan lämnas, ansökan skickas, ansökan görs, ansökan öppnar, ansökan är öppen, sök senast, ansök
senast, söks senast, ansökningar, to apply, applications, entries close, how to enter, tar emot
skisser, skissen, idéskiss*, lämna in en skiss, kan sökas, application window,
tas emot löpande, apply for, submit your entry, poststämplad
)";
constexpr std::string_view kCallTexts = R"(
sista ansökningsdagen, sista dagen att söka, kan sökas, ni söka, du söka, söker ni, söker du, att
söka, ansökan senast, ansök via, ansök på, ansökningar tas emot, ansökningar ska, ansökningstiden,
stödberättigade, medfinansiering*, egeninsats*, stödet kan, bidraget kan, bidrag på, stöd på
högst, högst kan, beviljas högst, eligible, grant, grants, apply by, apply for, co - financing,
submission deadline, per projekt, per project, lånet, låna, ränta, projektmedel, sökande
)";

constexpr std::string_view kEventTitles = R"(
träff, träffen, *träff, *träffen, träffar, *träffar, frukost, *frukost, *frukosten, frukostmöte,
lunchmöte, webbinari*, webinar*, *webbinarium, *webinar, seminari*, *seminarium, konferens,
konferensen, *konferens, *konferensen, kurs, kursen, kurser, *kurser, utbildning, utbildningen,
*utbildning, *utbildningen, utbildningar, workshop*, *workshop, studiebesök, studieresa,
studieresan, mässa, mässan, *mässa, *mässan, fokuspass, heldag, halvdag, möte, möten, *möte,
*mötet, forum, *forum, samtal, *samtal, öppet hus, *kväll, *kvällen, möt inköparna, välkommen
till, välkomna till, bjuder in, inbjudan, anmäl dig, kom och, dialogmöte, conference, training,
summit, meetup, study visit, course, seminar, breakfast, masterclass, symposium, info day,
information session, join us, invitation, festival, festivalen, öppen föreläsning, föreläsning,
nätverkande, mingel, *mingel, hackathon, digital träff, demo day, fair, event, leverantörsdag*,
inspirationsdag*, temadag*, utbildningsdag*, kompetensdag*, branschdag*, informationsdag*,
nätverksdag*, upphandlingsdag*, konferensdag*, näringslivsdag*, medlemsdag*, grundkurs*,
webbkurs*, onlinekurs*, distanskurs*, *ingskurs, anbudsskol*, affärsskol*, projektskol*,
ansökningsskol*, fördjupning*, *utbildningar, provsmakning, rundabordssamtal, visning av, days,
day, studiecirkel*, *cirkel, *lunch, *gala, konsert*,
*konsert, mötesplats, *snack, save the date, kväll om, föreläsningskväll
)";
constexpr std::string_view kEventTelling = R"(
anmälan senast, sista anmälningsdag, sista dag för anmälan, deltagaravgift*, anmälan görs, anmälan
sker, anmälan till, register by, registration closes, registration, föreläsare, talare, speakers,
vi ses, anmäl, fri entré, vi ses i, vi ses på, säg till om du kommer
)";
constexpr std::string_view kEventTexts = R"(
anmälan, anmälningslänk*, deltagande är, deltagandet är, kostnadsfri*, avgiftsfri*, begränsat
antal, antal platser, platser, först till kvarn, programmet, program, lokal, plats, digitalt via,
via teams, via zoom, på zoom, i zoom, fika, lunch ingår, vi bjuder, välkommen, välkomna, register,
agenda, venue, free of charge, participants, attend, participation is free, deltagare, deltagarna,
kursen, utbildningen, träffen, webbinariet, seminariet, konferensen
)";

constexpr std::string_view kReportTitles = R"(
rapport, rapporten, *rapport, *rapporten, report, kartläggning, kartläggningen, mapping,
utvärdering, utvärderingen, evaluation, statistik, avhandling, avhandlingen, forskare,
researchers, survey, enkät, undersökning, studie, studien, study finds, debatt, replik, insändare,
krönika, ledare, opinion, podd, poddavsnitt, avsnitt, porträtt, intervju, årsredovisning,
hållbarhetsredovisning, delårsrapport, lägesbild, granskning, granskar, uppsats, bokslut,
statistics, analysis, evidence from, outlook, kunskapsöversikt, översikt, lärdomar, minnen,
reportage, så räddade, så övades, what do we know, review of, nyhetsbrev, newsletter, fyller år,
så blev
)";
constexpr std::string_view kReportTelling = R"(
rapporten, studien, undersökningen, avhandlingen, kartläggningen, utvärderingen, the report, the
study, respondents, findings
)";
constexpr std::string_view kReportTexts = R"(
rapport, forskare, forskarna, forskning, författarna, enkäten, enkät, intervjuer med, slutsats*,
resultaten visar, visar att, statistik, procent av, researchers, survey, jämfört med, ladda ner
rapporten, the paper, this paper, authors, reportage
)";

constexpr std::string_view kDecisionTitles = R"(
policy, *policy, policyn, riktlinje*, *riktlinjer, handlingsplan*, strategi, *strategi, strategin,
överenskommelse*, avsiktsförklaring*, lag, lagen, lagändring*, lagförslag, regler, reglerna,
regelverk*, nya villkor, ändrade villkor, villkoren, utredning, utredningen, utredare, remiss,
remissvar, proposition*, förordning*, föreskrift*, antog, antar, antagen, antas, beslutade,
beslutar, beslut, beslutat, biföll, bifölls, bifaller, bifall, säger ja, säger nej, motion,
motionen, fullmäktige, *nämnden, kommunstyrelsen, regionstyrelsen, inriktning, rules, law,
regulation, adopts, adopted, adopt, directive, action plan, guideline*, legislation, agreement,
höjs, sänks, höjt, höjer, sänker, föreslår,
föreslås, lagförslag, ändras, ändrade, ändrar, inför nya, inför krav, inför sociala,
inför regler, inför policy, har infört, införs, avtal om, tecknar,
undertecknar, skriver under, klubbade, klubbar, idéburet offentligt, i korthet, lagrådsremiss*,
*lagstiftning, upphandlingslag*, socialtjänstlag*, skollag*, promemoria, betänkande*, avtal, ny
lag, nya lagen, ställningstagande*, bifalla
)";
constexpr std::string_view kDecisionTelling = R"(
antog, antogs, bifölls, biföll, har beslutat, beslutade, träder i kraft, trädde i kraft, nya
regler, has adopted, enters into force, rules apply, skrev under, undertecknades, beslutet,
antagit, börjar gälla, bifalla
)";
constexpr std::string_view kDecisionTexts = R"(
antagen, undertecknat, bifalla, beslutat att, lagändring*, nya villkor, gäller från, adopted,
entered into force, kommunfullmäktige, regionfullmäktige, kommunstyrelsen, regionstyrelsen,
nämnden, riksdagen, regeringen, motionen, handlingsplanen, riktlinjerna, policyn, strategin,
överenskommelsen, council, uppdrag att, förvaltningen får i uppdrag, remissinstans*, remisstid*,
följs upp, ersätter, gäller till och med, gäller i, paragraf*
)";

constexpr std::array kCues{
    KindCues{AnnouncementKind::vacancy, kVacancyTitles, kVacancyTelling, kVacancyTexts},
    KindCues{AnnouncementKind::procurement, kProcurementTitles, kProcurementTelling,
             kProcurementTexts},
    KindCues{AnnouncementKind::call, kCallTitles, kCallTelling, kCallTexts},
    KindCues{AnnouncementKind::event, kEventTitles, kEventTelling, kEventTexts},
    KindCues{AnnouncementKind::report, kReportTitles, kReportTelling, kReportTexts},
    KindCues{AnnouncementKind::decision, kDecisionTitles, kDecisionTelling, kDecisionTexts}};

}  // namespace

std::span<const KindCues> kind_cues() { return kCues; }

}  // namespace fundwatch::feeds
