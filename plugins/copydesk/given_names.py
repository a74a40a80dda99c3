"""Given names that are common where the press we read is written. A line that begins with one is more likely a person
than a town or a section; that it does not says little, since no list holds all names."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.text import fold

_GIVEN = """
aaron abby abdul abdullah abigail adam adrian adriana agnes agnieszka ahmad ahmed aidan aisha akira alan albert
alberto alejandro aleksander aleksandra alessandro alex alexander alexandra alexei alexis alfred ali alice alicia
alina alison allison alvaro amanda amber amelia amelie amina amir amit amy ana andrea andreas andrei andrew andrzej
andy angel angela angelika angelo anita anja anke ann anna anne annette anthony antoine anton antonio anya arjun
arnaud arne arthur arturo ashley astrid audrey aurelie austin ayesha barbara bartosz beatrice beatriz ben benedikt
benjamin bernard bernd beth bettina bill birgit björn bob brad bradley brandon brenda brendan brett brian bridget
brigitte bruce bruno bryan caitlin cameron camila camille carl carla carlos carmen carol carolina caroline catherine
cathy cecilia charles charlotte chen chloe chris christian christiane christina christine christoph christophe
christopher claire clara claudia claus colin connor corinna cristina cynthia dagmar damian damien dan dana daniel
daniela daniele danielle dave david dean deborah debra denis denise dennis derek diana diane diego dieter dirk dmitri
dmitry dominic dominik donald donna doris dorothee doug douglas duncan dylan ed eduardo edward eileen elena eleanor
elias elif elisabeth elise elizabeth ella ellen emanuel emily emilia emma emmanuel emre enrique eric erica erik erin
ernst esther eva evan evelyn ewa eve fabian fabien fabio farah fatima faye federica federico felicia felix fernanda
fernando filip fiona florian frances francesca francesco francisco franck frank françois frederic frederik fritz
gabriel gabriela gareth gary gavin geoff george georg georgia gerald gerhard ginger giorgio giovanni giulia giuseppe
glenn gloria gonzalo gordon grace graham greg gregor gregory guillaume guillermo gustavo guy hannah hannes hans harald
harriet harry hassan heather hector heidi heike heiko heinz helen helena helene helmut henning henri henrik henry
herbert hiroshi holger holly howard hugo hussein ian ibrahim ignacio igor ilya imran ina ines ingrid irene irina iris
isaac isabel isabella isabelle ismail ivan ivana jack jackie jacob jacqueline jacques jaime jake jakob jakub james
jamie jan jana jane janet janine jasmin jason javier jay jean jeff jeffrey jelena jen jenna jennifer jenny jens jeremy
jerome jesper jess jesse jessica jesus jill jim jimmy joachim joan joana joanna joanne joao jochen joe joel johan
johann johanna johannes john jon jonas jonathan jordan jorge jörg josé jose josef joseph joshua juan judith julia
julian juliana juliane julie julien juliette julio justin jürgen karen karin karl karolina karsten katarina kate
katharina katherine kathleen kathrin kathryn kathy katia katie katja katrin kay keith kelly ken kenneth kerry kerstin
kevin kim kirsten klaus konrad konstantin kristen kristin kristina kurt kyle lance lara lars laura lauren laurence
laurent lea leah lena leo leon leonardo leonie leslie lewis li liam liang lidia lili lina linda lindsay lindsey lisa
liz logan lorenzo louis louise luca lucas lucia lucie lucy luigi luis luisa lukas luke lutz lydia lynn maciej
madeleine magdalena maik maja malcolm malgorzata manfred manuel manuela marc marcel marcin marco marcos marcus
margaret maria mariam mariana marianne marie marina mario marion mark marko markus marlene marta martha martin martina
martín mary mathias mathieu matt matteo matthew matthias matthieu maurice mauricio max maxim maxime maximilian maya
megan mehmet mei melanie melissa mercedes mia michael michaela michal michel michele michelle miguel mike mikhail mila
milan minh miriam mirko mohamed mohammad mohammed moritz monica monika muhammad mustafa nadia nadine nancy naomi
natalia natalie natasha nathalie nathan nathaniel neil nelson nicholas nick nicola nicolas nicole niels nigel nikhil
niklas nikolai nils nina noah noel nora norbert norman nuno olaf oleg olga oliver olivia olivier omar oscar oskar
osman otto pablo paige pamela paola paolo pascal pat patricia patrick patrik paul paula paulina paulo pavel pedro
peggy penny per peter petr petra phil philip philipp philippe pierre pilar piotr priya quentin rachel rafael rahul raj
rajesh ralf ralph ramon raphael raul ravi raymond rebecca regina reinhard renate rené reza ricardo richard rob robert
roberta roberto robin rodrigo roger roland rolf roman romain ron ronald rosa rosie ross roxana roy ruben rupert
russell ruth ryan sabine sabrina said sally sam samantha samir samuel sandra sanjay santiago sara sarah sascha scott
sean sebastian sébastien selin serge sergei sergey sergio shane shannon sharon shaun shawn sheila shirley silke silvia
simon simone sinan sofia sofie sonia sonja sophia sophie stacy stan stanley stefan stefanie stefano steffen stella
stephan stephanie stephen steve steven stuart sue susan susana susanne suzanne svenja sven sylvia sylvie tamara tanja
tanya tara tatiana ted teresa terry theo theresa thiago thierry thilo thomas tiffany till tim timo timothy tina tobias
todd tom tomas tomasz tommy toni tony tracy trevor tyler udo ulrich ulrike ursula ute uwe valentina valeria valerie
vanessa vera verena veronica veronika victor victoria viktor vincent virginia vishal vivian vivek vladimir volker
walter wang wayne wei wendy werner wilhelm will william wolfgang xavier xavi yannick yasmin yasmine yousef yusuf yves
yvonne zachary zoe zoltan łukasz michał paweł małgorzata jerzy grzegorz krzysztof wojciech jarosław mikael anders
lasse mette søren trine kasper rasmus eero mika jukka aino matti nguyen nguyễn trần lê phạm võ đặng bùi hoàng ahmet
ayşe hüseyin murat burak cem deniz zeynep fatma kemal selim sibel tuğba budi siti dewi agus putri rizky thabo sipho
nomsa themba zanele chinedu emeka ngozi oluwaseun ade kwame kofi ama abena wanjiru otieno juma александр алексей
анастасия андрей анна антон артем артём валентина валерий василий виктор виктория виталий владимир галина дарья денис
дмитрий евгений евгения екатерина елена иван игорь ирина кирилл константин ксения леонид людмила максим марина мария
михаил надежда наталья наталия никита николай оксана олег ольга павел петр полина роман светлана сергей софия
станислав степан тарас татьяна юлия юрий яна ярослав андрій олександр олександра олексій сергій дмитро ірина наталія
тетяна володимир юлія микола михайло василь катерина іван αλέξανδρος αλέξης ανδρέας άννα αντώνης βασίλης βασιλική
γεωργία γιάννης γιώργος δημήτρης ελένη ευάγγελος ηλίας θανάσης θοδωρής κατερίνα κώστας κωνσταντίνος μαρία μιχάλης
νίκος νικόλαος παναγιώτης παύλος πέτρος σοφία σπύρος σταύρος στέλιος χρήστος
अनिल अमित अजय अरुण अशोक आशीष आनंद अभिषेक अंजलि अनिता कविता किरण गीता गौरव दिनेश दीपक दीपिका नरेश नितिन नीरज नेहा
पंकज पूजा पूनम प्रकाश प्रदीप प्रमोद प्रिया प्रवीण मनीष मनोज महेश मुकेश मोहन मीना रवि राकेश राजीव राजेश राजेंद्र राम राहुल रीता रेखा
रोहित ललित विकास विजय विनय विनोद विवेक विशाल संजय संजीव संदीप सचिन सतीश सीमा सुनील सुनीता सुमन सुरेश सुशील
anneke annelies bram daan dirk fleur floor geert gerrit gijs henk ilse jaap jasper jelle jeroen joke joost jop jorn
karin kees koen lars lieke lotte maaike maarten marieke marijke marjan matthijs mirjam niels pieter ria rianne ruud
saskia sander sanne siebe sjoerd teun tijs toon willem wouter wim wil yvette
aslı aylin ayten banu barış berna betül can canan cansu derya ebru ece emine emrah engin erdem erol esra fatih ferhat
filiz gizem gökhan gül güler hakan halil hande hatice hülya kaan kadir kerem levent mehmet melek meltem merve mustafa
nazlı nihat nilgün nur onur orhan osman ozan ömer özge özgür özlem pelin pınar ramazan rana recep sedat sevgi sevda
sinem sevil şebnem şule taner tolga tuncay ufuk uğur ümit volkan yasemin yavuz yıldız yiğit zehra
أحمد محمد محمود مصطفى علي عمر عثمان خالد يوسف إبراهيم حسن حسين سعيد سامي سامر سلمى سارة ليلى مريم فاطمة زينب نور هند هدى
رنا رانيا ريم منى نادية نجلاء سعاد كريم طارق ياسر ياسين وليد هشام عماد عادل جمال كمال فؤاد عبدالله عبد أمل أمينة إيمان
حنان دينا شيماء عائشة لينا ندى هالة وفاء
رضا حسین علیرضا محمدرضا مهدی امیر سعید مجید حمید نرگس مریم زهرا الهام سمیه لیلا شیرین پریسا مینا نسرین آرش بابک
کاوه سیما مژگان فرهاد بهرام داریوش پژمان
דוד יוסי משה אבי אורי עמית רון גיא נועה יעל מיכל רונית דנה תמר שירה שרה רחל איתי יונתן דניאל עידו ליאור אלון ניר מאיה
ענת אורית הילה גלית
agata alicja aleksander beata bogdan danuta dawid dominika dorota elżbieta ewelina filip halina hanna helena iwona
izabela jacek jakub joanna justyna kacper kamil karolina katarzyna kinga lech leszek lidia maciej magda magdalena
marcin mariusz marta marzena mateusz mirosław monika natalia oskar patrycja paulina piotr przemysław radosław rafał
renata ryszard sławomir stanisław sylwia szymon teresa tomasz urszula wiktor witold zbigniew zofia zuzanna
ayu bambang dian dimas eko fajar fitri hendra indah joko lestari maya nina nurul ratna rini sri wahyu yuni
bohdan iryna kateryna ksenia lesia maksym mariia mykola nazar oleksandr olena serhii taras viktoriia yaroslav
богдан дарина інна лариса леся максим марія назар олена ростислав світлана софія тамара юрій ярослав
सौरभ हरीश हिमांशु रमेश श्याम शिवम शुभम स्नेहा स्वाति ज्योति मोहम्मद
"""
GIVEN_NAMES = frozenset(fold(name) for name in _GIVEN.split())
"""Folded; compared with the first word of a name."""

SURNAME_ENDINGS = tuple(
    "ski ska ński ńska cki cka dzki dzka wicz czyk czak enko chuk shvili adze vić ović ević ić ssen sson ssón poulos"
    " opoulou akis idou oğlu енко чук ський ська цький цька евич ович швили ян όπουλος οπούλου άκης ίδης ίδου".split()
)
"""How surnames end that hardly any town or section does."""


def is_likely_person(words: Sequence[str]) -> bool:
    """Whether the words of a name begin with a common given name, or end as a surname does: "Wit Jasiński"."""
    return fold(words[0]) in GIVEN_NAMES or len(words) > 1 and fold(words[-1]).endswith(_ENDINGS)


_ENDINGS = tuple(map(fold, SURNAME_ENDINGS))
