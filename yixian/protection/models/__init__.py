from yixian.protection.models.alert import Alert
from yixian.protection.models.attempt import Attempt
from yixian.protection.models.identity_request import IdentityRequest
from yixian.protection.models.partner import Partner
from yixian.protection.models.recusal import Recusal

__all__ = ["Alert", "Attempt", "IdentityRequest", "Partner", "Recusal"]
