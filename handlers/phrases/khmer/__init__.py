"""Every sentence that people read in Slack, in Khmer; one module for each thing that is spoken of."""

from handlers.phrases.khmer.calendar import *
from handlers.phrases.khmer.cards import *
from handlers.phrases.khmer.cases import *
from handlers.phrases.khmer.conflicts import *
from handlers.phrases.khmer.deadlines import *
from handlers.phrases.khmer.deeds import *
from handlers.phrases.khmer.docket import *
from handlers.phrases.khmer.entries import *
from handlers.phrases.khmer.exporting import *
from handlers.phrases.khmer.hearings import *
from handlers.phrases.khmer.help import *
from handlers.phrases.khmer.home import *
from handlers.phrases.khmer.importing import *
from handlers.phrases.khmer.labels import *
from handlers.phrases.khmer.languages import *
from handlers.phrases.khmer.law import *
from handlers.phrases.khmer.lists import *
from handlers.phrases.khmer.mentions import *
from handlers.phrases.khmer.recording import *
from handlers.phrases.khmer.reminders import *
from handlers.phrases.khmer.settings import *
from handlers.phrases.khmer.timeline import *
from handlers.phrases.khmer.times import *
from handlers.phrases.khmer.troubles import *
