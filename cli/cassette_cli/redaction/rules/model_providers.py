"""Keys of model providers that differ in their prefix only."""

from cassette_cli.redaction.samples import ALNUM, HEX, URLSAFE
from cassette_cli.redaction.shapes import key_rule

RULES = (
    key_rule("cerebras-key", "Cerebras API keys", "csk-", length=40),
    key_rule("databricks-token", "Databricks tokens", "dapi", length=32, alphabet=HEX),
    key_rule("e2b-key", "E2B API keys", "e2b_", length=40, alphabet=HEX),
    key_rule("elevenlabs-key", "ElevenLabs API keys", "sk_", length=48, alphabet=HEX),
    key_rule("firecrawl-key", "Firecrawl API keys", "fc-", length=32, alphabet=HEX),
    key_rule("fireworks-key", "Fireworks AI keys", "fw_", length=20),
    key_rule("groq-key", "Groq API keys", "gsk_", length=48),
    key_rule("huggingface-token", "Hugging Face tokens", "hf_", "api_org_", length=30),
    key_rule("jina-key", "Jina AI keys", "jina_", length=40, alphabet=URLSAFE),
    key_rule("nvidia-key", "NVIDIA NIM keys", "nvapi-", length=60, alphabet=URLSAFE),
    key_rule("openrouter-key", "OpenRouter keys", "sk-or-v1-", length=32, alphabet=ALNUM),
    key_rule("perplexity-key", "Perplexity API keys", "pplx-", length=40),
    key_rule("pinecone-key", "Pinecone API keys", "pcsk_", length=50, alphabet=URLSAFE),
    key_rule("replicate-token", "Replicate API tokens", "r8_", length=36),
    key_rule("tavily-key", "Tavily API keys", "tvly-", length=28, alphabet=URLSAFE),
    key_rule("together-key", "Together AI keys", "tgp_v1_", length=40, alphabet=URLSAFE),
    key_rule("voyage-key", "Voyage AI keys", "pa-", "al-", length=40, alphabet=URLSAFE),
    key_rule("xai-key", "xAI API keys and tokens", "xai-", "xai-token-", length=60),
)
